using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing;

/// <summary>Services that nobody labelled are known by what they do, and every such decision is explained and can be reversed.</summary>
public sealed class BehaviourStopTests
{
    private const int HalfHour = 30;

    [Fact]
    public void Whoever_pays_round_the_clock_for_days_is_a_service()
    {
        var story = Clock(hoursOff: 0);

        var stop = Assert.Single(story.Trace(TaintRule.Fifo, Story.Theft(0), new()).Holdings, holding => holding.Address == Story.At("desk")).Stop;

        Assert.Equal(StopReason.Degree, stop?.Reason);
        Assert.Matches("^round the clock: 4[0-9]{2} transactions of its own in 24 of 24 hours, on [0-9]+ days$", stop?.Why);
    }

    [Fact]
    public void Whoever_sleeps_is_followed()
    {
        var trace = Clock(hoursOff: 6).Trace(TaintRule.Fifo, Story.Theft(0), new());

        Assert.Null(Assert.Single(trace.Holdings, holding => holding.Address == Story.At("desk")).Stop);
    }

    [Fact]
    public void A_token_that_anybody_can_make_does_not_keep_its_sender_awake()
    {
        var story = Clock(hoursOff: 0, new AssetId(Story.Chain, "erc20:0x0000000000000000000000000000000000000bad"));

        Assert.Null(Assert.Single(story.Trace(TaintRule.Fifo, Story.Theft(0), new()).Holdings, holding => holding.Address == Story.At("desk")).Stop);
    }

    [Fact]
    public void Whoever_passes_on_what_many_pay_to_one_other_is_a_deposit_address()
    {
        var trace = Deposits(payers: 10).Trace(TaintRule.Fifo, Story.Theft(0), new());

        var stop = Assert.Single(trace.Holdings, holding => holding.Address == Story.At("deposit")).Stop;
        Assert.Equal(StopReason.Degree, stop?.Reason);
        Assert.StartsWith("passes on what 11 payers sent, 100.0 % of it in 3 payments, to 0x", stop?.Why, StringComparison.Ordinal);
        Assert.Equal(0, Story.Held(trace, "hot"));
    }

    [Fact]
    public void Trifles_of_many_payers_make_no_deposit_address()
    {
        var story = new Story().Pay("victim", "thief", 100_000);
        for (int i = 0; i < 20; i++)
        {
            story.Pay($"c{i}", "next", 1);
        }

        story.Pay("thief", "next", 100_000).Pay("next", "last", 1).Pay("next", "last", 1).Pay("next", "last", 100_000);

        var trace = story.Trace(TaintRule.Fifo, Story.Theft(0), new());

        Assert.Null(Assert.Single(trace.Holdings, holding => holding.Address == Story.At("next")).Stop);
        Assert.NotEqual(0, Story.Held(trace, "last"));
    }

    [Fact]
    public void Few_payers_are_no_sign_nor_is_a_collector_with_a_label_nor_one_who_is_followed_through()
    {
        var collector = new LabelBook(
        [
            new()
            {
                Subject = new LabelSubject.OfAddress(Story.Chain, Story.At("hot")), Learned = DateOnly.MinValue, Name = "Binance 14", Category = "exchange", Source = "test",
            },
        ]);

        Assert.Equal(50, Story.Held(Deposits(payers: 8).Trace(TaintRule.Fifo, Story.Theft(0), new()), "hot"));
        Assert.Equal(50, Story.Held(Deposits(payers: 10).Trace(TaintRule.Fifo, Story.Theft(0), new() { Through = Accounts("deposit") }), "hot"));
        Assert.Equal(50, Story.Held(Deposits(payers: 10).Trace(TaintRule.Fifo, Story.Theft(0), StopRules.None), "hot"));
        Assert.Equal(StopReason.Service, Assert.Single(Deposits(payers: 10).Trace(TaintRule.Fifo, Story.Theft(0), new() { Labels = collector }).Books).Stopped[0].Key);
    }

    [Fact]
    public void Busy_by_counterparties_says_how_many()
    {
        var stop = Assert.Single(Deposits(payers: 40).Trace(TaintRule.Fifo, Story.Theft(0), new() { MinCounterparties = 20 }).Holdings, holding => holding.Address == Story.At("deposit")).Stop;

        Assert.Equal("42 counterparties", stop?.Why);
    }

    [Fact]
    public void A_token_that_names_the_thief_a_thousand_times_makes_no_service_of_him()
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "next", 100).Pay("next", "last", 100);
        AssetId made = new(Story.Chain, "erc20:0x0000000000000000000000000000000000000bad");
        story.Act([.. Enumerable.Range(0, 1_500).Select(number => ("next", $"nobody{number}", (UInt128)1, made))]);

        Assert.Equal(100, Story.Held(story.Trace(TaintRule.Fifo, Story.Theft(0), new()), "last"));
    }

    // The desk pays its customers every half an hour for ten days, but for some hours of each day.
    private static Story Clock(int hoursOff, AssetId? paid = null)
    {
        var story = new Story().Pay("victim", "thief", 100).Pay("thief", "desk", 100);
        for (int i = 2; i < 10 * 48; i++)
        {
            string payer = (i / 2 % 24) < hoursOff ? "world" : "desk";
            story.Pay(payer, "customer", 1, block: i * HalfHour);
        }

        return paid is null ? story : Replaced(story, paid.Value);
    }

    private static Story Replaced(Story story, AssetId asset)
    {
        var told = new Story().Pay("victim", "thief", 100).Pay("thief", "desk", 100);
        foreach (var row in story.Transfers.Skip(2))
        {
            told.Act(("desk", "customer", row.Amount.Units, asset));
        }

        return told;
    }

    private static Story Deposits(int payers)
    {
        var story = new Story().Pay("victim", "thief", 50);
        for (int i = 0; i < payers; i++)
        {
            story.Pay($"c{i}", "deposit", 10);
        }

        story.Pay("deposit", "hot", 10).Pay("deposit", "hot", (UInt128)(payers * 10) - 10);
        return story.Pay("thief", "deposit", 50).Pay("deposit", "hot", 50);
    }

    private static HashSet<(ChainId, Address)> Accounts(string name) => [(Story.Chain, Story.At(name))];
}
