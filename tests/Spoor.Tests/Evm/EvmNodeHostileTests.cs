using System.Text.Json.Nodes;
using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Nodes that lie: an error or another reading, never a wrong block.</summary>
public sealed class EvmNodeHostileTests
{
    private readonly FakeEvm _chain = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EvmLies.All), MemberType = typeof(EvmLies))]
    public async Task A_lie_told_again_and_again_ends_in_an_error(string lie, string reason, string[] unknown)
    {
        _chain.Unknown.UnionWith(unknown);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        await node.IdentifyAsync(Cancellation);
        _chain.Twist = (method, parameters, result) => EvmLies.Tell(_chain, lie, method, parameters, result);

        var fault = await Assert.ThrowsAsync<NodeException>(() => node.ReadAsync(3, 3));

        Assert.Contains("asked 3 times", fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EvmLies.AboutTraces), MemberType = typeof(EvmLies))]
    public async Task Traces_that_never_fit_are_a_gap_of_their_block_and_stop_nothing(string lie, string reason, string[] unknown)
    {
        Assert.Empty(reason);
        _chain.Unknown.UnionWith(unknown);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        await node.IdentifyAsync(Cancellation);
        _chain.Twist = (method, parameters, result) => EvmLies.Tell(_chain, lie, method, parameters, result);

        var blocks = await node.BlocksAsync(new(3, 3), Cancellation);

        Assert.Equal([BlockGaps.None, BlockGaps.InternalMoves, BlockGaps.None], blocks.Select(block => block.Gaps));
        Assert.Contains(blocks[1].Transfers, transfer => transfer.Kind == TransferKind.Token);
    }

    [Theory]
    [MemberData(nameof(EvmLies.AboutTraces), MemberType = typeof(EvmLies))]
    [MemberData(nameof(EvmLies.All), MemberType = typeof(EvmLies))]
    public async Task A_lie_told_once_is_not_believed(string lie, string reason, string[] unknown)
    {
        Assert.NotNull(reason);
        _chain.Unknown.UnionWith(unknown);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        string expected = await node.ReadAsync(3, 3);
        bool isTold = false;
        _chain.Twist = (method, parameters, result) =>
        {
            if (isTold)
            {
                return result;
            }

            try
            {
                var twisted = EvmLies.Tell(_chain, lie, method, parameters, result?.DeepClone());
                isTold = !JsonNode.DeepEquals(twisted, result);
                return twisted;
            }
            catch (FakeEvm.RefusalException)
            {
                isTold = true;
                throw;
            }
        };

        Assert.Equal(expected, await node.ReadAsync(3, 3));
        Assert.True(isTold);
    }
}
