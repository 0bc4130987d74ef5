using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Tests.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Nodes over a served <see cref="FakeEvm"/>, and what they say as comparable text.</summary>
internal static class FakeNodes
{
    public static readonly Chain Chain = ChainRegistry.Find($"eip155:{FakeEvm.ChainNumber}");

    public static EvmNode To(string url, EvmNodeSettings? settings = null, Chain? chain = null) =>
        EvmNode.Open(chain ?? Chain, [NodeEndpoint.Parse(url)], Transports.Quick, settings ?? new() { Rereads = 3 }, TimeProvider.System);

    public static async Task<string> ReadAsync(this EvmNode node, long first, int count) =>
        Dump(await node.BlocksAsync(new(first, count), TestContext.Current.CancellationToken));

    public static string Dump(IEnumerable<Block> blocks) => string.Join('\n', blocks.SelectMany(Lines));

    private static IEnumerable<string> Lines(Block block) =>
    [
        $"{block.Height} {block.Hash} on {block.Parent} gaps {block.Gaps}",
        .. block.Transfers.Select(move => $"  {move.Position} {move.Kind} {move.Tx} {move.From} {move.To} {move.Asset.Reference} {move.Amount}"),
    ];
}
