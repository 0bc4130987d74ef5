using CsCheck;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>The laws of a whole trace (docs/methods/laws.md) where assets are exchanged and bridged.</summary>
public sealed class SwapTraceLaws
{
    [Fact]
    public void P1_and_P12_the_books_balance_in_the_stolen_asset_whatever_it_became() =>
        Gen.Select(SwapHistories.Told, Histories.Rule, Gen.Bool).Sample((told, rule, backward) =>
            Run(told, rule, backward).Books.All(book => book.Difference.IsZero && (!rule.Conserves || book.Overcount.IsZero)), iter: 3_000);

    [Fact]
    public void P1_at_each_holding_what_came_is_there_or_went_on() =>
        Gen.Select(SwapHistories.Told, Histories.ConservingRule, Gen.Bool).Sample((told, rule, backward) =>
            Run(told, rule, backward).Holdings.All(holding => holding.Stop is not null || holding.Received == holding.Held + holding.Sent), iter: 2_000);

    [Fact]
    public void No_movement_carries_a_theft_twice_and_nobody_holds_more_taint_than_money() =>
        Gen.Select(SwapHistories.Told, Histories.ConservingRule).Sample((told, rule) =>
        {
            var trace = Run(told, rule, backward: false);
            var balances = Balances(told.Story);
            return trace.Transfers.GroupBy(traced => (traced.Transfer.Key, traced.Theft)).All(rows => rows.Count() == 1)
                && trace.Holdings.All(holding => holding.Held.Units <= balances[(holding.Address, holding.Asset)]);
        }, iter: 2_000);

    [Fact]
    public void Of_a_seed_nothing_is_counted_twice() =>
        Gen.Select(SwapHistories.Told, Histories.Rule, Gen.Bool, Gen.Bool).Sample((told, rule, backward, openings) =>
        {
            var seeds = Histories.People.Take(2).SelectMany(name => told.Story.Transfers.Select(row => row.Chain).Distinct().Select(chain => new TheftClaim.BySeed(chain, Story.At(name))));
            var trace = Tracer.Run(told.Story.Store, Request(told, rule, backward, StopRules.None) with { Claims = [.. seeds], OpeningStolen = openings });
            var balances = Balances(told.Story);
            return trace.Books.All(book => book.Difference.IsZero)
                && trace.Transfers.GroupBy(traced => (traced.Transfer.Key, traced.Theft)).All(rows => rows.Count() == 1)
                && trace.Transfers.All(traced => traced.Tainted <= traced.Transfer.Amount)
                && (backward || !rule.Conserves || trace.Holdings.All(holding => holding.Held.Units <= balances[(holding.Address, holding.Asset)]));
        }, iter: 3_000);

    [Fact]
    public void P1_the_books_balance_with_every_stop_at_work() =>
        Gen.Select(SwapHistories.Told, Histories.Rule, Gen.Int[0, 3], Gen.Int[1, 30]).Sample((told, rule, hops, minutes) =>
        {
            var stops = new StopRules { MaxHops = hops, Horizon = TimeSpan.FromMinutes(minutes), MaxTransfers = 12, MinCounterparties = 5, DustPerMillion = 50_000, DilutionPerMillion = 100_000 };
            return Run(told, rule, backward: false, stops).Books.All(book => book.Difference.IsZero);
        });

    [Fact]
    public void P3_poison_reaches_all_that_any_rule_reaches() =>
        Gen.Select(SwapHistories.Told, Histories.ConservingRule).Sample((told, rule) =>
        {
            var poisoned = Run(told, TaintRule.Poison, false).Holdings.Select(holding => (holding.Address, holding.Asset)).ToHashSet();
            return Run(told, rule, false).Holdings.All(holding => poisoned.Contains((holding.Address, holding.Asset)));
        });

    [Fact]
    public void P9_exchanges_among_strangers_change_nothing() =>
        Gen.Select(SwapHistories.Told, Histories.Rule).Sample((told, rule) =>
        {
            string alone = Story.Dump(Run(told, rule, false));
            told.Story.Act(("stranger", "router", 5, Story.Coin), ("router", "elsewhere", 5, Story.Coin), ("elsewhere", "stranger", 7, Story.Dollar));
            return alone == Story.Dump(Run(told, rule, false));
        });

    [Fact]
    public Task A_store_read_in_batches_gives_the_trace_of_one_read_at_once() =>
        Gen.Select(SwapHistories.Told, Histories.Rule, Gen.Bool).SampleAsync(async (told, rule, backward) =>
        {
            using var batches = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
            foreach (var block in StoreLaws.Blocks(told.Story))
            {
                await batches.AppendAsync(block, default);
            }

            string atOnce = Story.Dump(Run(told, rule, backward));
            return atOnce == Story.Dump(await Tracer.RunAsync(batches, Request(told, rule, backward, StopRules.None), null, default));
        }, iter: 30);

    // What is there at the end, if whatever was lacking had been there before.
    private static Dictionary<(Address?, AssetId), UInt128> Balances(Story story)
    {
        var balances = new Dictionary<(Address?, AssetId), UInt128>();
        foreach (var row in story.Transfers.Where(row => row.From != row.To))
        {
            var held = balances.GetValueOrDefault((row.From, row.Asset));
            balances[(row.From, row.Asset)] = held - UInt128.Min(held, row.Amount.Units);
            balances[(row.To, row.Asset)] = balances.GetValueOrDefault((row.To, row.Asset)) + row.Amount.Units;
        }

        return balances;
    }

    private static Trace Run((Story Story, Crossing[] Crossings, int[] Thefts) told, TaintRule rule, bool backward, StopRules? stops = null) =>
        Tracer.Run(told.Story.Store, Request(told, rule, backward, stops ?? StopRules.None));

    private static TraceRequest Request((Story Story, Crossing[] Crossings, int[] Thefts) told, TaintRule rule, bool backward, StopRules stops) => new()
    {
        Rule = rule,
        Claims =
        [
            .. told.Thefts.Select(theft => told.Story.Transfers[theft])
                .Select(row => new TheftClaim.ByTransaction(row.Chain, row.Tx) { Index = row.Position.Index, Phase = row.Position.Phase }),
        ],
        Stops = stops,
        Direction = backward ? TraceDirection.In : TraceDirection.Out,
        Crossings = told.Crossings,
    };
}
