using CsCheck;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>Where the money is now adds up to the theft, whatever became of it.</summary>
public sealed class WhereaboutsLaws
{
    [Fact]
    public Task The_places_add_up_to_what_the_books_account_for_under_every_rule_and_stop() =>
        Gen.Select(SwapHistories.Told, Histories.Rule, Gen.Bool, Gen.Int[0, 4], Gen.Bool).SampleAsync(async (told, rule, backward, hops, stops) =>
        {
            var trace = Tracer.Run(
                told.Story.Store,
                new()
                {
                    Rule = rule,
                    Claims = [.. told.Thefts.Select(theft => told.Story.Transfers[theft]).Select(row => new TheftClaim.ByTransaction(row.Chain, row.Tx) { Index = row.Position.Index, Phase = row.Position.Phase })],
                    Crossings = told.Crossings,
                    Direction = backward ? TraceDirection.In : TraceDirection.Out,
                    Stops = stops ? new() { MaxHops = hops, MinCounterparties = 5, DustPerMillion = 50_000, DilutionPerMillion = 100_000 } : StopRules.None,
                });

            var found = await WhereaboutsReading.OfAsync(told.Story.Store, trace, new(), default);

            return found.Assets.All(asset => Sum(found.Places.Select(place => place.Of(asset))) == found.WholeOf(asset)
                && Sum(found.SumsOf(asset).Select(sum => sum.Amount)) == found.WholeOf(asset));
        }, iter: 1_000);

    private static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);
}
