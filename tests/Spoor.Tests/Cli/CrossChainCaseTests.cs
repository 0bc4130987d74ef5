using System.Text.Json;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Engines;
using Spoor.Tests.Evm;
using Spoor.Transfers;

namespace Spoor.Tests.Cli;

/// <summary>A theft over a pool and a bridge to an exchange on another chain, from two real nodes to the page.</summary>
public sealed class CrossChainCaseTests
{
    private const string Bridge = "across:1:4711";

    // Smallest units; DAI, WETH and the coins have 18 decimals.
    private const decimal Coin = 1_000_000_000_000_000_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_token_is_followed_over_a_swap_and_a_bridge_to_the_exchange_and_every_unit_is_accounted_for()
    {
        await using var played = await CrossChainCase.PlayAsync();
        using var run = Start();
        await SyncAsync(run, "ethereum", played.Ethereum);
        await SyncAsync(run, "polygon", played.Polygon);

        using var trace = await TraceAsync(run, played);

        var conversions = trace.RootElement.GetProperty("conversions").EnumerateArray().ToList();
        Assert.Equal(2, conversions.Count);
        Assert.Equal(
            $"eip155:1/erc20:{CrossChainCase.Dai} 100000 -> eip155:1/slip44:60 40",
            $"{SideOf(conversions[0], "given")} -> {SideOf(conversions[0], "received")}", ignoreCase: true);
        Assert.Equal(JsonValueKind.Null, conversions[0].GetProperty("bridge").ValueKind);
        Assert.Equal(Bridge, conversions[1].GetProperty("bridge").GetString());
        Assert.Equal((75_000m, "eip155:1/slip44:60 30"), (AmountOf(conversions[1], "origin"), SideOf(conversions[1], "given")));
        var arrival = conversions[1].GetProperty("arrival");
        Assert.Equal(
            $"eip155:137 eip155:137:{played.Far} eip155:137/erc20:{CrossChainCase.WethOfPolygon} 29.4",
            $"{arrival.GetProperty("chain")} {arrival.GetProperty("address")} {arrival.GetProperty("asset")} {AmountOf(arrival, "amount"):0.##}", ignoreCase: true);

        var exchange = RestAt(trace, "eip155:137", CrossChainCase.Deposit);
        Assert.Equal(("service: Far Exchange", 62_500m), exchange);
        Assert.Equal((null, 12_500m), RestAt(trace, "eip155:137", played.Mule));
        var book = BookOf(trace);
        decimal fees = AmountOf(book, "fees");
        Assert.InRange(fees, 0.000_000_1m, 1_000m);
        Assert.Equal((null, 25_000m - fees), RestAt(trace, "eip155:1", played.Thief));
        Assert.Equal(37_500m - fees, AmountOf(book, "held"));
        Assert.Equal(62_500m, AmountOf(book.GetProperty("stopped"), "service"));
        Assert.Single(book.GetProperty("stopped").EnumerateObject());
    }

    [Fact(Timeout = 120_000)]
    public async Task The_deposit_at_the_exchange_is_traced_back_over_the_bridge_and_the_swap_to_whom_the_token_was_stolen_from()
    {
        await using var played = await CrossChainCase.PlayAsync();
        using var run = Start();
        await SyncAsync(run, "ethereum", played.Ethereum);
        await SyncAsync(run, "polygon", played.Polygon);

        var (code, result, talk) = await run.RunAsync("trace", "--seed", $"eip155:137:{played.Mule}", "--direction", "in", "--json");

        Assert.True(code == 0, talk);
        using var trace = JsonDocument.Parse(result);
        Assert.Equal("0", BookOf(trace).GetProperty("difference").GetString());
        Assert.Equal([null, Bridge], trace.RootElement.GetProperty("conversions").EnumerateArray().Select(one => one.GetProperty("bridge").GetString()));

        // 14.7 of 29.4 WETH are half of the 75,000 DAI that went over. Before their owner had them they were issued.
        var victim = Assert.Single(trace.RootElement.GetProperty("addresses").EnumerateArray(), row => IsOf(row, "eip155:1", played.Victim));
        Assert.Equal($"eip155:1/erc20:{CrossChainCase.Dai}", victim.GetProperty("asset").GetString(), ignoreCase: true);
        Assert.Equal(37_500m, AmountOf(victim, "received"));
        Assert.Equal(14.7m, AmountOf(BookOf(trace).GetProperty("stopped"), "issue"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_the_second_leg_of_the_bridge_value_waits_in_transit_and_the_page_says_so(bool isPaidOut)
    {
        await using var played = await CrossChainCase.PlayAsync(isPaidOut);
        using var run = Start();
        await SyncAsync(run, "ethereum", played.Ethereum);
        if (!isPaidOut)
        {
            await SyncAsync(run, "polygon", played.Polygon);
        }

        using var trace = await TraceAsync(run, played);

        var book = BookOf(trace);
        Assert.Equal(75_000m, AmountOf(book.GetProperty("stopped"), "transit"));
        Assert.Single(book.GetProperty("stopped").EnumerateObject());
        Assert.Equal(25_000m - AmountOf(book, "fees"), AmountOf(book, "held"));
        var crossing = Assert.Single(trace.RootElement.GetProperty("conversions").EnumerateArray(), one => one.GetProperty("bridge").GetString() == Bridge);
        Assert.Equal(JsonValueKind.Null, crossing.GetProperty("arrival").ValueKind);
        var between = Assert.Single(trace.RootElement.GetProperty("terminals").EnumerateArray(), place => place.GetProperty("class").GetString() == "bridge");
        Assert.Equal(75_000m, AmountOf(Assert.Single(between.GetProperty("amounts").EnumerateArray()), "amount"));
        string page = (await run.RunAsync("trace", "--theft", played.Theft, "--labels", "labels.csv")).Result;
        Assert.Matches($"30 +ETH +not known yet +{Bridge}", page);
        Assert.Contains("Stopped at transit: 75,000 DAI", page, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_traces_the_coins_of_the_pool_are_not_seen_and_the_trace_says_that_such_moves_are_unknown()
    {
        await using var played = await CrossChainCase.PlayAsync();
        using var run = Start();
        await SyncWithoutTracesAsync(run, played.Ethereum);
        await SyncAsync(run, "polygon", played.Polygon);

        using var trace = await TraceAsync(run, played, "Internal moves of Ethereum are unknown");

        Assert.Empty(trace.RootElement.GetProperty("conversions").EnumerateArray());
        Assert.Equal((null, 100_000m), RestAt(trace, "eip155:1", played.Pool));
        Assert.Equal(100_000m, AmountOf(BookOf(trace), "held"));
        Assert.Contains("Internal moves of Ethereum are unknown", (await run.RunAsync("rank", "--theft", played.Theft)).Talk, StringComparison.Ordinal);
        Assert.Contains("Internal moves of Ethereum are unknown", (await run.RunAsync("compare", $"eip155:1:{played.Pool}")).Talk, StringComparison.Ordinal);
    }

    private static CommandRun Start()
    {
        var run = new CommandRun();
        run.Write("labels.csv", CrossChainCase.Labels);
        return run;
    }

    private static async Task SyncAsync(CommandRun run, string chain, Anvil node)
    {
        var (code, _, talk) = await run.RunAsync("sync", "--chain", chain, "--rpc", node.Url.ToString(), "--private-chain");
        Assert.True(code == 0, talk);
    }

    private static async Task SyncWithoutTracesAsync(CommandRun run, Anvil anvil)
    {
        var http = new HttpTransport([NodeEndpoint.Parse(anvil.Url.ToString())], new(), TimeProvider.System);
        var transport = new WithholdingTransport(http, ["trace_block", "debug_traceBlockByHash", "debug_traceBlockByNumber"]);
        await using var node = new EvmNode(ChainRegistry.Find("ethereum"), transport, new() { AcceptsOtherGenesis = true }, TimeProvider.System);
        using var store = DuckDbTransferStore.Open(DataFolder.At(Path.Combine(run.Folder, DataFolder.Default)));
        await new ChainSync(node, [store], new(), TimeProvider.System).RunAsync(progress: null, Cancellation);
    }

    /// <summary>The trace for programs, its books checked.</summary>
    /// <param name="said">What must stand beside it; else nothing of unknown moves may.</param>
    private static async Task<JsonDocument> TraceAsync(CommandRun run, CrossChainCase played, string? said = null)
    {
        var (code, result, talk) = await run.RunAsync("trace", "--theft", played.Theft, "--labels", "labels.csv", "--json");
        Assert.True(code == 0, talk);
        Assert.Equal(said is not null, talk.Contains(said ?? "Internal moves", StringComparison.Ordinal));
        var trace = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/trace.schema.json").Faults(trace.RootElement));
        var book = BookOf(trace);
        Assert.Equal("0", book.GetProperty("difference").GetString());
        Assert.Equal(100_000m, AmountOf(book, "stolen"));
        decimal stopped = book.GetProperty("stopped").EnumerateObject().Sum(stop => AmountOf(book.GetProperty("stopped"), stop.Name));
        Assert.Equal(100_000m, AmountOf(book, "held") + stopped + AmountOf(book, "fees"));
        return trace;
    }

    private static JsonElement BookOf(JsonDocument trace) => Assert.Single(trace.RootElement.GetProperty("books").EnumerateArray());

    private static string SideOf(JsonElement conversion, string side)
    {
        var one = Assert.Single(conversion.GetProperty(side).EnumerateArray());
        Assert.Equal(AmountOf(one, "amount"), AmountOf(one, "tainted"));
        return $"{one.GetProperty("asset")} {AmountOf(one, "amount"):0.##}";
    }

    private static (string? Stop, decimal Amount) RestAt(JsonDocument trace, string chain, string address)
    {
        var rows = trace.RootElement.GetProperty("addresses").EnumerateArray()
            .Where(row => IsOf(row, chain, address) && row.GetProperty("rests").GetArrayLength() > 0);
        var end = Assert.Single(rows);
        return (end.GetProperty("stop").GetString(), AmountOf(Assert.Single(end.GetProperty("rests").EnumerateArray()), "amount"));
    }

    private static bool IsOf(JsonElement row, string chain, string address) =>
        string.Equals(row.GetProperty("address").GetString(), $"{chain}:{address}", StringComparison.OrdinalIgnoreCase);

    // In whole coins.
    private static decimal AmountOf(JsonElement of, string name) =>
        decimal.Parse(of.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture) / Coin;
}
