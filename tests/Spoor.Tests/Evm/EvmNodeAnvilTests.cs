using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Cli.Demo.Live;
using Spoor.Tests.Engines;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>A real node: what it answers, and what is read of it when parts of its answers are withheld.</summary>
public sealed class EvmNodeAnvilTests
{
    private const long ChainNumber = 31_338;

    private static readonly Chain Chain = ChainRegistry.Find($"eip155:{ChainNumber}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_real_node_is_read_the_same_in_every_way()
    {
        await using var anvil = await Anvil.StartAsync(ChainNumber);
        string token = await anvil.DeployTokenAsync("TST", 1_000_000);
        await anvil.SendAsync(anvil.Accounts[0], anvil.Accounts[1], 12_345);
        await anvil.SendAsync(anvil.Accounts[0], token, 0, DemoToken.Transfer(anvil.Accounts[2], 77));
        await anvil.MineAsync(2);
        await anvil.SendAsync(anvil.Accounts[2], token, 0, DemoToken.Transfer(anvil.Accounts[1], 7));
        int height = (int)await anvil.HeightAsync();

        string whole = await ReadAsync(anvil, height);
        Assert.Contains(" Native ", whole, StringComparison.Ordinal);
        Assert.Contains($"erc20:{token}", whole, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("gaps Int", whole, StringComparison.Ordinal);

        Assert.Equal(whole, await ReadAsync(anvil, height, "trace_block"));
        Assert.Equal(whole, await ReadAsync(anvil, height, "trace_block", "debug_traceBlockByHash"));
        Assert.Equal(whole, await ReadAsync(anvil, height, "eth_getBlockReceipts"));

        string[] logsOnly = (await ReadAsync(anvil, height, "eth_getBlockReceipts", "eth_getTransactionReceipt")).Split('\n');
        Assert.Equal(Tokens(whole.Split('\n')), Tokens(logsOnly));
        Assert.Contains(logsOnly, line => line.EndsWith("gaps Receipts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_real_node_says_who_it_is_gives_notice_of_heads_and_of_a_reorganisation()
    {
        await using var anvil = await Anvil.StartAsync(ChainNumber);
        await anvil.MineAsync(3);
        var settings = new EvmNodeSettings { Notices = NodeEndpoint.Parse(anvil.WebSocketUrl.ToString()) };
        await using var node = EvmNode.Open(Chain, [Endpoint(anvil)], new(), settings, TimeProvider.System);

        var identity = await node.IdentifyAsync(Cancellation);
        Assert.StartsWith("anvil/", identity.Client, StringComparison.Ordinal);
        Assert.Equal(BlockGaps.None, identity.Gaps);
        var head = await node.HeadAsync(Cancellation);
        Assert.Equal((3, 0), (head.Latest.Height, head.Finalized));

        var waiting = node.NextHeadAsync(head.Latest, Cancellation);
        await anvil.MineAsync(1);
        var next = await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        Assert.Equal(4, next.Latest.Height);

        waiting = node.NextHeadAsync(next.Latest, Cancellation);
        await anvil.ReorganiseAsync(2);
        var replaced = await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        Assert.NotEqual(next.Latest.Hash, replaced.Latest.Hash);
    }

    [Fact]
    public async Task A_call_for_more_than_there_is_fails_inside_its_transaction_and_stops_no_reading()
    {
        await using var anvil = await Anvil.StartAsync(ChainNumber);

        // CALL(gas, 0, 2^256 - 1, 0, 0, 0, 0) and CREATE(2^256 - 1, 0, 0), then STOP.
        string most = new('f', 64);
        await anvil.SendAsync(anvil.Accounts[0], null, 0, $"0x60006000600060007f{most}60425af100");
        await anvil.SendAsync(anvil.Accounts[0], null, 0, $"0x600060007f{most}f000");
        await anvil.MineAsync(1);
        int height = (int)await anvil.HeightAsync();

        string flat = await ReadAsync(anvil, height);

        Assert.DoesNotContain("gaps Int", flat, StringComparison.Ordinal);
        Assert.Equal(flat, await ReadAsync(anvil, height, "trace_block"));
    }

    [Fact]
    public async Task A_real_node_tells_the_past_and_the_balances_of_an_address_before_a_block()
    {
        await using var anvil = await Anvil.StartAsync(ChainNumber);
        string token = await anvil.DeployTokenAsync("TST", 1_000);
        string thief = "0x000000000000000000000000000000000000bad1";
        await anvil.SendAsync(anvil.Accounts[0], thief, 5_000);
        long theft = await anvil.HeightAsync();
        await anvil.SendAsync(anvil.Accounts[0], token, 0, DemoToken.Transfer(thief, 40));
        await using var transport = new HttpTransport([Endpoint(anvil)], new(), TimeProvider.System);
        var rpc = new RpcClient(transport);
        var history = new NodeRecipientHistory(new Dictionary<ChainId, RpcClient> { [Chain.Id] = rpc });
        var (before, after) = (Parse(thief), Parse(token));

        var first = await history.BeforeAsync(Chain.Id, [before, after], theft, Cancellation);
        var later = await history.BeforeAsync(Chain.Id, [before], theft + 1, Cancellation);
        var balances = await new EvmBalances(Chain, rpc).AtAsync([before], [after], theft + 1, Cancellation);

        Assert.Equal(new() { Nonce = 0, HasCode = false, Balance = Amount.Zero }, first[before]);
        Assert.True(first[after].HasCode);
        Assert.Equal(new Amount(5_000), later[before].Balance);
        Assert.Equal(new Amount(40), Assert.Single(balances).Amount);
    }

    private static Address Parse(string hex) => new(AddressKind.Account20, Convert.FromHexString(hex[2..]));

    private static NodeEndpoint Endpoint(Anvil anvil) => NodeEndpoint.Parse(anvil.Url.ToString());

    private static async Task<string> ReadAsync(Anvil anvil, int height, params string[] withheld)
    {
        var transport = new WithholdingTransport(new HttpTransport([Endpoint(anvil)], new(), TimeProvider.System), withheld);
        await using var node = new EvmNode(Chain, transport, new(), TimeProvider.System);
        return await node.ReadAsync(0, height + 1);
    }

    private static IEnumerable<string> Tokens(IEnumerable<string> lines) => lines.Where(line => line.Contains(" Token ", StringComparison.Ordinal));
}
