using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>Tells what a row is about: an address or a transaction, checked by the rules of its chain.</summary>
internal sealed class LabelSubjects(LabelSheet sheet)
{
    private const int MaxUnread = 200;

    // Where a token may be, in the order in which an address is tried: no text is an address of two of them.
    private static readonly ChainId[] TokenChains =
        [ChainId.Parse("eip155:1"), ChainRegistry.Find("tron").Id, ChainRegistry.Find("bitcoin").Id, ChainRegistry.Find("solana").Id];

    // One EVM chain for all, since they write addresses alike; checksums and lengths keep the rest apart.
    private static readonly ChainId[] AddressChains =
        [TokenChains[0], .. ChainRegistry.Known.Where(chain => chain.Family != ChainFamily.Evm).Select(chain => chain.Id)];

    private readonly Dictionary<string, LabelNetwork> _networks = new(StringComparer.Ordinal);

    /// <summary>Null when the row is faulty; the faults are on the sheet.</summary>
    public LabelSubject? Of(LabelRow row)
    {
        bool hasTx = row[LabelField.Tx].Length > 0;
        if (row[LabelField.Address].Length > 0 == hasTx)
        {
            sheet.Fault(row.Line, $"{row.KeyOf(LabelField.Address)}, {row.KeyOf(LabelField.Tx)}",
                "either an address or a transaction", hasTx ? "both" : "neither");
            return null;
        }

        string network = row[LabelField.Network] is { Length: > 0 } named ? named : row[LabelField.Currency];
        if (row.OnChain is { } chain)
        {
            return On(row, chain);
        }

        if (row[LabelField.Chain].Length > 0)
        {
            return ChainRegistry.TryFind(row[LabelField.Chain], out var known)
                ? On(row, known.Id)
                : Fault(row, LabelField.Chain, "a known chain such as eip155:1 or Ethereum");
        }

        return network.Length > 0 ? OnNetwork(row, network) : Anywhere(row);
    }

    /// <summary>The asset a row is filed under, where that is not the chain's own coin; else empty.</summary>
    public string CurrencyOf(LabelRow row, LabelSubject subject)
    {
        string named = row[LabelField.Currency];
        string currency = named.ToUpperInvariant();
        var chain = (subject as LabelSubject.OfAddress)?.Chain ?? (subject as LabelSubject.OfTransaction)?.Chain;
        var unread = subject as LabelSubject.Unread;
        bool isOwn = currency.Equals(unread?.Network, StringComparison.OrdinalIgnoreCase)
            || ((unread is null ? chain ?? HomeOf(row) : Named(unread.Network).Chain) is { } id && (Named(named).Chain == id || ChainRegistry.Get(id).Native?.Symbol == currency));
        return isOwn ? "" : currency;
    }

    // The network that only tells how an address is written that holds everywhere.
    private ChainId? HomeOf(LabelRow row) => row.IsAnywhere ? Named(row[LabelField.Network]).Chain : null;

    private LabelSubject? On(LabelRow row, ChainId chain)
    {
        if (row[LabelField.Tx] is { Length: > 0 } tx)
        {
            return TxHash.TryParse(tx, out var hash)
                ? new LabelSubject.OfTransaction(chain, hash)
                : Fault(row, LabelField.Tx, "a transaction hash of 64 hex digits");
        }

        return AddressText.TryParse(chain, row[LabelField.Address], out var address)
            ? new LabelSubject.OfAddress(row.IsAnywhere ? OnlyChainOf(chain, row[LabelField.Address]) : chain, address)
            : Damaged(row, ChainRegistry.Get(chain), row[LabelField.Address])
                ?? Fault(row, LabelField.Address, $"an address of {ChainRegistry.Get(chain)} ({ChainRegistry.Get(chain).Addresses.Expected})");
    }

    private LabelSubject? OnNetwork(LabelRow row, string name)
    {
        var network = Named(name);
        if (network.Chain is not { } chain)
        {
            return network.IsToken ? OfToken(row, name) : Unread(row, name);
        }

        // A symbol is not a chain: OFAC lists one address of Tron under XBT. Only a network that is named as such binds.
        bool isSymbol = row[LabelField.Network].Length == 0 && row[LabelField.Tx].Length == 0;
        return isSymbol && !AddressText.TryParse(chain, row[LabelField.Address], out _) && TryToken(row) is { } elsewhere
            ? elsewhere
            : On(row, chain);
    }

    private LabelSubject? OfToken(LabelRow row, string token)
    {
        if (TryToken(row) is { } found)
        {
            return found;
        }

        string text = row[LabelField.Address];
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? Damaged(row, ChainRegistry.Get(TokenChains[0]), text) ?? Fault(row, LabelField.Address, "an address with 40 hex digits after 0x and, where letters are mixed, a right checksum (EIP-55)")
            : Unread(row, token);
    }

    private static LabelSubject.OfAddress? TryToken(LabelRow row)
    {
        foreach (var chain in TokenChains)
        {
            if (AddressText.TryParse(chain, row[LabelField.Address], out var address))
            {
                return new(chain == TokenChains[0] ? row.TokenHome : chain, address);
            }
        }

        return null;
    }

    // A bare address without a chain names the same key wherever it is used, so its label holds on every chain.
    private LabelSubject? Anywhere(LabelRow row)
    {
        string text = row[LabelField.Address];
        if (text.Length == 0)
        {
            sheet.Fault(row.Line, row.KeyOf(LabelField.Chain), "the chain of the transaction", "");
            return null;
        }

        if (text.LastIndexOf(':') is > 0 and int colon && ChainId.TryParse(text[..colon], out var chain) && ChainRegistry.TryGet(chain, out _))
        {
            return AddressText.TryParse(chain, text[(colon + 1)..], out var onChain)
                ? new LabelSubject.OfAddress(chain, onChain)
                : Damaged(row, ChainRegistry.Get(chain), text[(colon + 1)..])
                    ?? Fault(row, LabelField.Address, $"an address of {chain} after the second colon");
        }

        foreach (var known in AddressChains)
        {
            if (AddressText.TryParse(known, text, out var address))
            {
                return new LabelSubject.OfAddress(OnlyChainOf(known, text), address);
            }
        }

        return DamagedAddress.ChainOf(text) is { } looks
            ? Damaged(row, looks, text)
            : Fault(row, LabelField.Address, "an address, or a CAIP-10 account; give the chain where the address does not tell it");
    }

    // Where only one chain writes addresses so (T… of Tron, bc1…, ltc1…, r…), the writing names it; the same key on another chain
    // would be written otherwise. 0x… and 1… are written alike on several.
    private static ChainId? OnlyChainOf(ChainId chain, string text) =>
        ChainRegistry.Get(chain).Family != ChainFamily.Evm
            && !Array.Exists(AddressChains, other => other != chain && AddressText.TryParse(other, text, out _)) ? chain : null;

    // Under the name of the chain whatever the row calls it, so that the same text in two lists is the same subject.
    private static LabelSubject.Unread? Damaged(LabelRow row, Chain chain, string text)
    {
        if (!DamagedAddress.Fits(chain, text))
        {
            return null;
        }

        row.Damage = $"an address of {chain}; {AddressText.FaultOf(chain.Id, text)}";
        return new LabelSubject.Unread(chain.Name.ToLowerInvariant(), text);
    }

    private LabelSubject.Unread? Unread(LabelRow row, string network)
    {
        var field = row[LabelField.Tx].Length > 0 ? LabelField.Tx : LabelField.Address;
        string text = row[field];
        bool holds = text.Length <= MaxUnread && LabelWords.IsPrintable(text) && !text.Any(char.IsWhiteSpace)
            && LabelWords.IsPrintable(network);
        if (holds)
        {
            return new(network.ToLowerInvariant(), text);
        }

        Fault(row, field, "an address without blanks");
        return null;
    }

    private LabelSubject? Fault(LabelRow row, LabelField field, string expected)
    {
        sheet.Fault(row.LineOf(field), row.KeyOf(field), expected, row[field]);
        return null;
    }

    private LabelNetwork Named(string name)
    {
        if (!_networks.TryGetValue(name, out var network))
        {
            _networks[name] = network = LabelNetworks.Named(name);
        }

        return network;
    }
}
