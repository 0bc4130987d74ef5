using System.Collections.Frozen;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Block 0 of the public chains: a number alone does not tell a chain from a copy of it.</summary>
/// <remarks>As stated in the clients' own configurations: go-ethereum, bnb-chain/bsc, bor, op-geth, reth, Nethermind (Gnosis), avalanchego, Nitro.</remarks>
internal static class EvmGenesis
{
    private static readonly FrozenDictionary<string, TxHash> Known = new Dictionary<string, TxHash>
    {
        ["eip155:1"] = TxHash.Parse("0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3"),
        ["eip155:10"] = TxHash.Parse("0x7ca38a1916c42007829c55e69d3e9a73265554b586a499015373241b8a3fa48b"),
        ["eip155:56"] = TxHash.Parse("0x0d21840abff46b96c84b2ac9e10e4f5cdaeb5693cb665db62a2f3b02d2d57b5b"),
        ["eip155:100"] = TxHash.Parse("0x4f1dd23188aab3a76b463e4af801b52b1248ef073c648cbdc4c9333d3da79756"),
        ["eip155:137"] = TxHash.Parse("0xa9c28ce2141b56c474f1dc504bee9b01eb1bd7d1a507580d5519d4437a97de1b"),
        ["eip155:8453"] = TxHash.Parse("0xf712aa9241cc24369b143cf6dce85f0902a9731e70d66818a3a5845b296c73dd"),
        ["eip155:42161"] = TxHash.Parse("0x7ee576b35482195fc49205cec9af72ce14f003b9ae69f6ba0faef4514be8b442"),
        ["eip155:43114"] = TxHash.Parse("0x31ced5b9beb7f8782b014660da0cb18cc409f121f408186886e1ca3e8eeca96b"),
    }.ToFrozenDictionary();

    public static TxHash? Of(ChainId chain) => Known.TryGetValue(chain.Value, out var hash) ? hash : null;
}
