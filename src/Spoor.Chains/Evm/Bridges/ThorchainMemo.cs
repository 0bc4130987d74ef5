using System.Collections.Frozen;
using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>A memo of THORChain: in the router's events on EVM chains, in an OP_RETURN output on UTXO chains.</summary>
/// <remarks>
/// https://dev.thorchain.org/concepts/memos.html: <c>=:ASSET:DESTINATION[/REFUND]:LIMIT…</c> asks for a swap, <c>OUT:</c> and <c>REFUND:</c> name the
/// transaction that is paid out or given back.
/// </remarks>
public sealed record ThorchainMemo(string Text, ThorchainMemoKind Kind)
{
    // Memos have 250 bytes at most.
    private const int MaxLength = 256;

    private static readonly FrozenDictionary<string, string> ShortAssets = new Dictionary<string, string>
    {
        ["r"] = "THOR.RUNE",
        ["b"] = "BTC.BTC",
        ["e"] = "ETH.ETH",
        ["a"] = "AVAX.AVAX",
        ["d"] = "DOGE.DOGE",
        ["l"] = "LTC.LTC",
        ["g"] = "GAIA.ATOM",
        ["c"] = "BCH.BCH",
        ["s"] = "BSC.BNB",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ChainId> Chains = new Dictionary<string, ChainId>
    {
        ["BTC"] = ChainRegistry.Find("bitcoin").Id,
        ["ETH"] = ChainRegistry.Find("ethereum").Id,
        ["AVAX"] = ChainRegistry.Find("avalanche").Id,
        ["BSC"] = ChainRegistry.Find("eip155:56").Id,
        ["BASE"] = ChainRegistry.Find("eip155:8453").Id,
        ["DOGE"] = ChainRegistry.Find("dogecoin").Id,
        ["LTC"] = ChainRegistry.Find("litecoin").Id,
        ["BCH"] = ChainRegistry.Find("bitcoin-cash").Id,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a swap buys, in its long form: <c>BTC.BTC</c>.</summary>
    public string? Asset { get; init; }

    /// <summary>The chain a swap pays on, where it is one we know.</summary>
    public ChainId? Chain { get; init; }

    /// <summary>Where a swap pays to, as written.</summary>
    public string? Destination { get; init; }

    /// <summary>Where a swap that fails gives back to, as written.</summary>
    public string? RefundTo { get; init; }

    /// <summary>The transaction that is paid out or given back.</summary>
    public TxHash? Inbound { get; init; }

    /// <summary>Null when the text is no memo that moves value across chains.</summary>
    public static ThorchainMemo? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength } || text.Any(char.IsControl))
        {
            return null;
        }

        string[] parts = text.Split(':');
        return parts[0].ToUpperInvariant() switch
        {
            "=" or "S" or "SWAP" when parts.Length >= 3 => Swap(text, parts),
            "OUT" when parts.Length == 2 => Settlement(text, ThorchainMemoKind.Out, parts[1]),
            "REFUND" when parts.Length == 2 => Settlement(text, ThorchainMemoKind.Refund, parts[1]),
            _ => null,
        };
    }

    private static ThorchainMemo Swap(string text, string[] parts)
    {
        string asset = ShortAssets.GetValueOrDefault(parts[1], parts[1]);
        string[] targets = parts[2].Split('/');
        return new(text, ThorchainMemoKind.Swap)
        {
            Asset = asset,
            Chain = Chains.TryGetValue(asset.Split('.', '~', '/')[0], out var chain) ? chain : null,
            Destination = targets[0].Length > 0 ? targets[0] : null,
            RefundTo = targets.Length > 1 && targets[1].Length > 0 ? targets[1] : null,
        };
    }

    private static ThorchainMemo? Settlement(string text, ThorchainMemoKind kind, string transaction) =>
        TxHash.TryParse(transaction, out var inbound) ? new(text, kind) { Inbound = inbound } : null;
}

/// <summary>What a memo of THORChain is for.</summary>
public enum ThorchainMemoKind
{
    Swap,
    Out,
    Refund,
}
