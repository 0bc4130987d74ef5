using System.Numerics;
using CsCheck;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Screening;
using Spoor.Tests.Laws;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Transfers;
using Payment = Spoor.Tests.Laws.Payment;

namespace Spoor.Tests.Screening;

/// <summary>Laws of the walk behind a screening, on generated histories.</summary>
public sealed class ScreeningLaws
{
    private static readonly LabelBook Known = new([Screened.Name("shop", "exchange", "Shop"), Screened.Name("d", "mixer", "Mixer"), Screened.Name("c", "gambling", "Casino")]);

    private static readonly (string Who, ExposureCategory Category)[] Ends =
        [("shop", ExposureCategory.Exchange), ("d", ExposureCategory.Mixer), ("c", ExposureCategory.Gambling)];

    // A history among others, and one payment by which the screened address is tied to it.
    private static readonly Gen<(Payment[] Payments, int At)> Tied = Gen.Select(Histories.Payments, Gen.Int[0, 29], Gen.Int[0, 2], Gen.ULong[1, 60])
        .Select((payments, at, who, amount) =>
        {
            int place = Math.Min(at, payments.Length);
            string other = new[] { "thief", "a", "b" }[who];
            return ((Payment[])[.. payments[..place], new Payment("X", other, amount), .. payments[place..]], place);
        });

    [Fact]
    public void What_came_in_is_what_a_conserving_trace_backward_by_haircut_finds() => Tied.Sample(tied =>
    {
        var story = Histories.Tell(tied.Payments.Select(payment => payment.From == "X" ? new(payment.To!, "X", payment.Amount) : payment));
        var trace = Trace(story, tied.At, TraceDirection.In);
        var screening = story.Screen("X", Known, Screened.Exact);
        return screening.Balances() && Ends.All(end => screening.Units(ExposureSide.Incoming, end.Category) == Stopped(trace, end.Who));
    });

    [Fact]
    public void What_went_out_is_what_a_conserving_trace_forward_by_haircut_finds() => Tied.Sample(tied =>
    {
        var story = Histories.Tell(tied.Payments);
        var trace = Trace(story, tied.At, TraceDirection.Out);
        var screening = story.Screen("X", Known, Screened.Exact);
        return screening.Balances() && Ends.All(end => screening.Units(ExposureSide.Outgoing, end.Category) == Stopped(trace, end.Who));
    });

    [Fact]
    public void Several_payments_are_the_sum_of_their_traces_but_for_rounding() => Histories.Payments.Sample(payments =>
    {
        var story = Histories.Tell(payments);
        var screening = story.Screen("a", Known, Screened.Exact);
        var roots = Enumerable.Range(0, payments.Length)
            .Where(i => payments[i].To == "a" && payments[i].From is not ("a" or "shop" or "c" or "d")).ToList();
        var whole = Ends.ToDictionary(end => end.Who, _ => BigInteger.Zero);
        foreach (int root in roots)
        {
            var trace = Trace(story, root, TraceDirection.In, stopAt: "a");
            foreach (var (who, _) in Ends)
            {
                whole[who] += Stopped(trace, who);
            }
        }

        // Each trace rounds each split by less than a unit, and so does the walk.
        int rounding = (roots.Count + 1) * payments.Length * payments.Length;
        return Ends.All(end => BigInteger.Abs(screening.Units(ExposureSide.Incoming, end.Category, ExposureReach.Indirect) - whole[end.Who]) <= rounding);
    });

    [Fact]
    public void Whatever_the_limits_every_unit_is_in_an_exposure_or_a_remainder() =>
        Gen.Select(Histories.Payments, Gen.Int[0, 3], Gen.Int[0, 12], Gen.Int[0, 300_000], Gen.Int[1, 6]).Sample((payments, hops, budget, thin, hub) =>
        {
            var rules = Screened.Exact with
            {
                Method = Screened.Exact.Method with { MaxHops = hops, Budget = budget, ThinPerMillion = thin, HubCounterparties = hub, DustPerMillion = 20_000 },
            };
            var book = Histories.Tell(payments).Book(Known, rules);
            return Histories.People.All(who => book.Screen(Story.At(who), null).Balances());
        });

    [Fact]
    public void Thin_ways_only_ever_lower_an_exposure() => Gen.Select(Tied, Gen.Int[1, 400_000]).Sample((tied, thin) =>
    {
        var story = Histories.Tell(tied.Payments);
        var exact = story.Screen("X", Known, Screened.Exact);
        var thinned = story.Screen("X", Known, Screened.Exact with { Method = Screened.Exact.Method with { ThinPerMillion = thin } });
        return Ends.All(end => thinned.Units(ExposureSide.Outgoing, end.Category) <= exact.Units(ExposureSide.Outgoing, end.Category) + tied.Payments.Length);
    });

    [Fact]
    public void On_outputs_too_every_unit_is_in_an_exposure_or_a_remainder() => UtxoHistories.WithClaims.Sample(told =>
    {
        LabelBook labels = new([new()
        {
            Subject = new LabelSubject.OfAddress(Story.Bitcoin, Story.Wallet("b")), Name = "Mixer", Category = "mixer", Source = "test", Learned = new(2023, 9, 12),
        }]);
        var book = told.Story.Book(labels, Screened.Exact);
        return Histories.People.All(who => book.Screen(Story.Wallet(who), Story.Bitcoin).Balances());
    });

    [Fact]
    public void A_way_is_in_order_of_time_and_joins_the_two_addresses() => Tied.Sample(tied =>
    {
        var screening = Histories.Tell(tied.Payments).Screen("X", Known, Screened.Exact);
        return screening.Exposures.SelectMany(exposure => exposure.Trails).All(trail =>
            trail.Steps[0].From == Story.At("X") && trail.Steps[^1].To == trail.End && trail.Steps.Count == trail.Hops
            && trail.Steps.Zip(trail.Steps.Skip(1)).All(pair => pair.First.To == pair.Second.From && pair.First.Position < pair.Second.Position));
    });

    [Fact]
    public void Threads_that_read_one_book_side_by_side_read_the_same() => Histories.Payments.Sample(
        payments =>
        {
            var book = Histories.Tell(payments).Book(Known, Screened.Exact);
            string[] alone = [.. Histories.People.Select(who => Text(book, who))];
            string[] beside = new string[alone.Length * 8];
            Parallel.For(0, beside.Length, i => beside[i] = Text(book, Histories.People[i % alone.Length]));
            return beside.Select((text, i) => text == alone[i % alone.Length]).All(same => same);
        },
        iter: 20);

    private static string Text(ScreeningBook book, string who)
    {
        using var bytes = new MemoryStream();
        ScreeningJson.Write(book, [(book.Screen(Story.At(who), null), null)], bytes);
        return Convert.ToHexString(bytes.ToArray());
    }

    private static Trace Trace(Story story, int payment, TraceDirection direction, string? stopAt = null) => Tracer.Run(story.Store, new()
    {
        Rule = TaintRule.Haircut,
        Claims = [Story.Theft(payment)],
        Direction = direction,
        OpeningEntry = OpeningEntry.FromBeginning,
        Stops = StopRules.None with { Labels = Known, StopAt = stopAt is null ? new HashSet<(ChainId, Address)>() : [(Story.Chain, Story.At(stopAt))] },
    });

    private static BigInteger Stopped(Trace trace, string who) => trace.Holdings.Where(holding => holding.Address == Story.At(who))
        .Aggregate(BigInteger.Zero, (sum, holding) => sum + holding.Stopped.Units);
}
