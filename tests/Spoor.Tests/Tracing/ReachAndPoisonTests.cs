using CsCheck;
using Spoor.Tracing;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Tracing;

/// <summary>Reach is what poison would taint if no holding ever ran dry.</summary>
public sealed class ReachAndPoisonTests
{
    private const int Parties = 7;

    // Each movement at a position of its own, so that the trace and the reach have one order.
    private static readonly Gen<Transfer[]> Histories =
        Gen.Select(Gen.Int[1, Parties], Gen.Int[1, Parties], Gen.UInt[1, 50]).Array[1, 25]
            .Select(moves => moves.Select((one, i) => Move(1 + (i / 4), i % 4, one.Item1, one.Item2, one.Item3)).ToArray());

    [Fact]
    public void Where_nobody_runs_dry_poison_taints_exactly_what_is_reached() =>
        Histories.Sample(history =>
        {
            var endowed = Enumerable.Range(1, Parties).Select(one => Move(0, one, null, one, 1_000_000) with { Kind = TransferKind.Issue });
            Transfer[] transfers = [.. endowed, .. history];

            Assert.Equal(Arrivals(ReachOf(transfers, history[0])), Arrivals(PoisonOf(transfers, history[0])));
        });

    [Fact]
    public void Poison_taints_nothing_that_is_not_reached() =>
        Histories.Sample(history => Assert.Subset(
            ReachOf(history, history[0]).Select(one => one.Address).ToHashSet(),
            PoisonOf(history, history[0]).Select(one => one.Address).ToHashSet()));

    private static IEnumerable<(Address Address, Position At)> ReachOf(Transfer[] transfers, Transfer theft) =>
        theft.From == theft.To
            ? []
            : Reach.From(TransferGraph.Of(transfers), [new(theft.To!.Value, theft.Position)], int.MaxValue)
                .Select(one => (one.Address, one.Earliest));

    private static IEnumerable<(Address Address, Position At)> PoisonOf(Transfer[] transfers, Transfer theft)
    {
        var trace = Tracer.Run(
            MemoryTransferStore.Load(transfers),
            new() { Rule = TaintRule.Poison, Claims = [new TheftClaim.ByTransaction(Ethereum, theft.Tx)], Stops = StopRules.None },
            TestContext.Current.CancellationToken);
        return
            from tainted in trace.Transfers
            group tainted.Transfer.Position by tainted.Transfer.To!.Value into arrivals
            select (arrivals.Key, arrivals.Min());
    }

    private static IEnumerable<(Address Address, Position At)> Arrivals(IEnumerable<(Address Address, Position At)> reached) =>
        reached.OrderBy(one => one.Address);
}
