using Spoor.Reporting;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tests.Reporting;

/// <summary>The table tells the whole way: payments, swaps, bridges and ends, all in the stolen asset as well.</summary>
public sealed class TraceCsvTests
{
    [Fact]
    public void A_swap_is_a_row_with_what_was_given_got_and_what_it_stands_for()
    {
        var trace = new Story().Pay("victim", "thief", 100).Act(("thief", "pool", 60, Story.Coin), ("pool", "thief", 120, Story.Dollar)).Trace(TaintRule.Fifo, Story.Theft(0));

        var swap = Assert.Single(Rows(trace), row => row["kind"] == "swap");

        Assert.Equal(
            (Story.Coin.ToString(), "60", "60", "60", Story.Dollar.ToString(), "120", "120"),
            (swap["asset"], swap["amount"], swap["tainted"], swap["origin"], swap["got_asset"], swap["got_amount"], swap["got_tainted"]));
        Assert.Equal(Story.Tx(1).Render(Story.Chain), swap["tx"]);
    }

    [Fact]
    public void A_bridge_is_a_row_with_both_transactions_and_how_they_were_matched()
    {
        var polygon = ChainId.Parse("eip155:137");
        AssetId bridged = new(polygon, "erc20:0xc2132d05d31c914a87c6611c10748aeb04b58e8f");
        var crossing = new Crossing("test:1", new(Story.Chain, Story.Tx(1), Story.At("thief"), Story.Coin, new(60)), new(polygon, Story.Tx(2), Story.At("other"), bridged, new(59))) { MatchedBy = "id" };
        var story = new Story().Pay("victim", "thief", 100).Act(("thief", "bridge", 60, Story.Coin)).Pay("bridge", "other", 59, bridged);
        var request = new TraceRequest { Rule = TaintRule.Fifo, Claims = [Story.Theft(0)], Stops = StopRules.None, Crossings = [crossing] };

        var row = Assert.Single(Rows(Tracer.Run(story.Store, request, TestContext.Current.CancellationToken)), row => row["kind"] == "bridge");

        Assert.Equal(("60", "59", Story.Tx(2).Render(polygon), "test:1", "id"), (row["origin"], row["got_tainted"], row["got_tx"], row["over"], row["matched_by"]));
        Assert.StartsWith("eip155:137:", row["to"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_carry_their_bounds_and_their_origins_add_up_to_the_book()
    {
        var story = new Story().Pay("victim", "thief", 60).Pay("world", "thief", 40).Pay("thief", "shop", 50);
        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0));
        var bounds = TaintBounds.Of(story.Store, trace, cancellation: TestContext.Current.CancellationToken);

        var ends = Rows(trace, bounds).Where(row => row["kind"] == "held").ToList();

        Assert.Equal([("50", "10", "50"), ("10", "10", "50")], ends.Select(row => (row["origin"], row["lower"], row["upper"])).OrderByDescending(row => row.Item1, StringComparer.Ordinal));
        Assert.Equal(60, ends.Sum(row => int.Parse(row["origin"], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static List<Dictionary<string, string>> Rows(Trace trace, TaintBounds? bounds = null)
    {
        using var text = new StringWriter();
        TraceCsv.Write(trace, bounds, text);
        string[][] lines = [.. text.ToString().TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
