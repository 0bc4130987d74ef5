using Spoor.Tracing.Ranking;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Ranking;

/// <summary>Answers on four payments, computed from the published definitions apart from Spoor.</summary>
/// <remarks>
/// Definitions: R. Andersen, F. Chung, K. Lang, FOCS 2006 (appr-lazy); BlockchainSpider (appr, ttr-weight), whose TTR is
/// that of Wu et al., IEEE TIFS 18 (2023), arXiv 2201.05757.
/// </remarks>
public sealed class KnownAnswerTests
{
    private const decimal SixDigits = 0.000_000_5m;

    // S→A 6, S→B 4, X→S 10, A→C 6.
    private static readonly Story Told = new Story().Pay("S", "A", 6).Pay("S", "B", 4).Pay("X", "S", 10).Pay("A", "C", 6);

    private static readonly RankingRequest ByWeight = Ranked.From(RankingMethod.TtrWeight, "S") with { BetaPerMillion = 800_000 };

    [Fact]
    public void Ttr_by_weight_settles_what_the_published_code_settles_after_seven_pushes()
    {
        var list = Told.Rank(ByWeight with { EpsilonPerMillion = 100_000 });

        Assert.Equal(7, list.Pushes);
        AssertSettled(list, ("S", 0.184680m), ("A", 0.082424m), ("B", 0.040800m), ("C", 0.041616m), ("X", 0.025500m));
        Near(0.024054m + 0.062886m + 0.039304m + 0.096216m, list.Mass.Waiting, 4 * SixDigits);
    }

    [Fact]
    public void Ttr_by_weight_settles_what_the_published_code_settles_after_24_pushes()
    {
        var list = Told.Rank(ByWeight);

        Assert.Equal(24, list.Pushes);
        AssertSettled(list, ("S", 0.197161m), ("A", 0.090892m), ("B", 0.053628m), ("C", 0.061806m), ("X", 0.033396m));
        Near(0.436884m, list.Mass.Settled, SixDigits);
        Near(0.001965m, list.Mass.Waiting, SixDigits);
    }

    // The published code loses what C, B and X have nothing to send on with: more than half of all.
    [Fact]
    public void What_the_published_code_loses_at_sinks_is_held_there()
    {
        var list = Told.Rank(ByWeight);

        Near(1 - 0.436884m - 0.001965m, list.Mass.Held, 2 * SixDigits);
        Near(1, list.Mass.Sum(), 0.000_000_001m);
        Assert.Equal(["C", "B", "S", "A", "X"], list.Addresses.Select(one => NameOf(one.Address)));
    }

    [Fact]
    public void Appr_is_that_of_blockchainspider()
    {
        var list = Told.Rank(Ranked.From(RankingMethod.Appr, "S"));

        Assert.Equal(89, list.Pushes);
        AssertSettled(list, ("S", 0.453797m), ("A", 0.201151m), ("B", 0.128507m), ("C", 0.085383m), ("X", 0.128451m));
        Near(1, list.Mass.Sum(), 0.000_000_001m);
    }

    // The paper leaves the order of pushes open. First come by name: 411 pushes; most mass for each neighbour first: 115.
    [Fact]
    public void Appr_lazy_is_as_near_to_the_true_rank_as_the_paper_says()
    {
        const decimal Epsilon = 0.001m;
        var scanned = LazyScan.Of(Epsilon);

        var list = Told.Rank(Ranked.From(RankingMethod.LazyAppr, "S"));

        Assert.Equal(411, scanned.Pushes);
        Assert.Equal(
            [0.508598m, 0.171637m, 0.125194m, 0.063189m, 0.125127m],
            LazyScan.Names.Select(name => decimal.Round(scanned.Settled[name], 6)));
        Assert.Equal(115, list.Pushes);
        AssertSettled(list, ("S", 0.508910m), ("A", 0.171666m), ("B", 0.125124m), ("C", 0.063319m), ("X", 0.125124m));
        var exact = LazyScan.Of(0.000_000_000_1m).Settled;
        Assert.All(LazyScan.Names, name => Assert.InRange(exact[name] - list.Settled(name), 0, Epsilon * LazyScan.DegreeOf(name)));
        Near(1, list.Mass.Sum(), 0.000_000_001m);
    }

    private static string NameOf(Address address) => System.Text.Encoding.ASCII.GetString(address.ToBytes()).TrimEnd('\0');

    private static void AssertSettled(RankedList list, params (string Name, decimal Settled)[] expected) =>
        Assert.All(expected, one => Near(one.Settled, list.Settled(one.Name), SixDigits));

    private static void Near(decimal expected, decimal found, decimal tolerance) => Assert.InRange(found, expected - tolerance, expected + tolerance);
}
