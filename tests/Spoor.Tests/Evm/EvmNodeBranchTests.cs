namespace Spoor.Tests.Evm;

/// <summary>Chains that change while they are read.</summary>
public sealed class EvmNodeBranchTests
{
    private readonly FakeEvm _chain = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("eth_getBlockByNumber")]
    [InlineData("eth_getBlockReceipts")]
    [InlineData("trace_block")]
    [InlineData("eth_getTransactionReceipt", "eth_getBlockReceipts")]
    [InlineData("eth_getLogs", "eth_getBlockReceipts", "eth_getTransactionReceipt")]
    [InlineData("debug_traceBlockByHash", "trace_block")]
    [InlineData("debug_traceBlockByNumber", "trace_block", "debug_traceBlockByHash")]
    public async Task A_branch_that_changes_between_two_answers_gives_the_new_branch_and_no_mixture(string during, params string[] unknown)
    {
        _chain.Unknown.UnionWith(unknown);
        var fork = FakeEvm.Branch("bb", 9, _chain.Blocks[..5]);
        await using var server = _chain.Serve();
        await using var node = FakeNodes.To(server.Url);
        await node.IdentifyAsync(Cancellation);
        int calls = 0;

        // In the middle of the span: the first answers are of the old branch. Logs come in one answer for the whole span.
        int last = during == "eth_getLogs" ? 1 : 3;
        _chain.Twist = (method, _, result) =>
        {
            if (method == during && Interlocked.Increment(ref calls) == last)
            {
                _chain.Blocks = fork;
            }

            return result;
        };

        string read = await node.ReadAsync(3, 5);

        _chain.Twist = (_, _, result) => result;
        Assert.True(calls >= last);
        Assert.Same(fork, _chain.Blocks);
        Assert.Equal(await node.ReadAsync(3, 5), read);
    }
}
