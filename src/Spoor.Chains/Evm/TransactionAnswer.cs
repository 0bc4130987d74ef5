using System.Buffers.Binary;
using System.Text.Json;
using Spoor.Chains.Nodes;
using Spoor.Response.Freezing;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>A transaction as it stands in a block.</summary>
internal sealed record TransactionAnswer
{
    /// <summary>Deposit from the layer below, OP stack.</summary>
    public const long OptimismDeposit = 0x7e;

    /// <summary>Arbitrum's deposit of ether from the layer below; the types from here on are no user's.</summary>
    public const long ArbitrumDeposit = 0x64;

    private const int SelectorBytes = 4;

    // A proposal to freeze has 200; longer calldata is not read further than its selector.
    private const int MostProposalBytes = 1_024;

    private static readonly FieldNames Names = new(
        [
            "hash", "transactionIndex", "blockHash", "blockNumber", "from", "to", "value", "nonce", "gasPrice", "gas", "type",
            "input", "data", "mint", "depositValue", "feeCurrency",
            "queueOrigin",
        ]);

    public required TxHash Hash { get; init; }

    public required int Index { get; init; }

    public TxHash? BlockHash { get; init; }

    public long? Height { get; init; }

    public required Address From { get; init; }

    public Address? To { get; init; }

    public required UInt128 Value { get; init; }

    public long? Nonce { get; init; }

    public UInt128? GasPrice { get; init; }

    public long? Gas { get; init; }

    public long Type { get; init; }

    public uint? Selector { get; init; }

    /// <summary>What it proposes to freeze, where it is laid out as such a proposal; whoever it is sent to.</summary>
    public FreezeProposal? Proposal { get; init; }

    /// <summary>Coins that came into being with it, for its sender (OP stack, Arbitrum).</summary>
    public UInt128 Minted { get; init; }

    /// <summary>Whether it came from the layer below, where its sender paid (OP stack): its receipt names fees nobody pays.</summary>
    public bool IsFree { get; init; }

    /// <summary>Whether the fee is taken in a token (Celo), which logs it; prices are then in that token.</summary>
    public bool PaysInToken { get; init; }

    /// <summary>Whether it was made by the chain itself: it need not keep the rules of ordinary ones.</summary>
    public bool IsSystem => Type >= ArbitrumDeposit || IsFree;

    public static TransactionAnswer Read(ref EvmJson json, int index)
    {
        var place = new JsonPlace("block.transactions", index);
        json.Expect(JsonTokenType.StartObject, place, "a whole transaction");
        Span<JsonSlot> slots = stackalloc JsonSlot[Names.Count];
        slots.Clear();
        json.ReadObject(Names, slots, place);
        var fields = json.Fields(Names, slots, place);
        fields.Confirm(1, index);
        long type = fields.OptionalNumber(10) ?? 0;
        var value = fields.Amount(6);
        int input = fields.Has(11) ? 11 : 12;
        uint? selector = SelectorOf(fields, input);
        return new()
        {
            Hash = fields.Hash(0),
            Index = index,
            BlockHash = fields.OptionalHash(2),
            Height = fields.OptionalNumber(3),
            From = fields.Account(4),
            To = fields.OptionalAccount(5),
            Value = value,
            Nonce = fields.OptionalNumber(7),
            GasPrice = fields.OptionalAmount(8),
            Gas = fields.OptionalNumber(9),
            Type = type,
            Selector = selector,
            Proposal = selector == IssuerMultisig.SubmitTransaction ? ProposalOf(fields, input) : null,
            PaysInToken = fields.Has(15),
            IsFree = type == OptimismDeposit || fields.Text(16).SequenceEqual("l1"u8),
            Minted = MintedBy(fields, type, value),
        };
    }

    /// <param name="receipt">Null where the node gave none.</param>
    public SentTransaction Sent(ReceiptAnswer? receipt, bool? hasSucceeded) => new()
    {
        Tx = Hash,
        Index = Index,
        From = From,
        To = To,
        Nonce = Nonce,
        GasPrice = (receipt?.Price ?? GasPrice) is { } price && !PaysInToken ? new(price) : null,
        Selector = Selector,
        HasSucceeded = hasSucceeded,
    };

    /// <summary>The contract it creates, where nobody states it.</summary>
    public Address Creation() => Nonce is { } nonce
        ? ContractAddress.Create(From, (ulong)nonce)
        : throw Fault("nonce", "a number, because the contract it creates follows from it", "nothing");

    public NodeAnswerException Fault(string field, string expected, string found) =>
        new($"Expected {new JsonPlace("block.transactions", Index).Of(field)} to be {expected}, found {found}.");

    private static UInt128 MintedBy(EvmFields fields, long type, UInt128 value) => type switch
    {
        OptimismDeposit => fields.OptionalAmount(13) ?? 0,
        ArbitrumDeposit => value,
        > ArbitrumDeposit => fields.OptionalAmount(14) ?? 0,
        _ => 0,
    };

    private static FreezeProposal? ProposalOf(EvmFields fields, int field)
    {
        var digits = fields.Text(field)[2..];
        if (digits.Length > 2 * MostProposalBytes)
        {
            return null;
        }

        Span<byte> calldata = stackalloc byte[digits.Length / 2];
        return digits.Length % 2 == 0 && HexText.TryDigits(digits, calldata) ? IssuerMultisig.Read(calldata) : throw fields.Fault(field, "0x and hex digits");
    }

    private static uint? SelectorOf(EvmFields fields, int field)
    {
        if (!fields.Has(field))
        {
            return null;
        }

        var text = fields.Text(field);
        if (!HexText.HasPrefix(text))
        {
            throw fields.Fault(field, "0x and hex digits");
        }

        Span<byte> selector = stackalloc byte[SelectorBytes];
        if (text.Length < 2 + (2 * SelectorBytes))
        {
            return null;
        }

        return HexText.TryDigits(text.Slice(2, 2 * SelectorBytes), selector)
            ? BinaryPrimitives.ReadUInt32BigEndian(selector)
            : throw fields.Fault(field, "0x and hex digits");
    }
}
