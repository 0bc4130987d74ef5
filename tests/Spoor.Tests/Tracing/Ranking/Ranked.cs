using Spoor.Tracing.Ranking;

namespace Spoor.Tests.Tracing.Ranking;

/// <summary>Rankings of a <see cref="Story"/>, read by name.</summary>
internal static class Ranked
{
    public static RankingRequest From(RankingMethod method, params string[] seeds) => new()
    {
        Method = method,
        Chain = Story.Chain,
        Seeds = [.. seeds.Select(seed => new RankingSeed(Story.At(seed)))],
    };

    public static RankedList Rank(this Story story, RankingRequest request) => Ranker.Run(story.Store, request);

    public static decimal Share(this RankedList list, string name) =>
        list.Addresses.Where(one => one.Address == Story.At(name)).Select(one => one.Share).SingleOrDefault();

    public static decimal Held(this RankedList list, string name) =>
        list.Addresses.Where(one => one.Address == Story.At(name)).Select(one => one.Held).SingleOrDefault();

    /// <summary>What stayed behind as mass passed through, in parts of one seed: the p of the papers.</summary>
    public static decimal Settled(this RankedList list, string name) =>
        (list.Share(name) - list.Held(name)) * (list.Mass.Settled + list.Mass.Held);

    public static decimal Sum(this RankingMass mass) => mass.Settled + mass.Held + mass.Waiting;

    /// <summary>All of a ranking as text, for comparing two to the last digit.</summary>
    public static string Dump(RankedList list) => string.Join('\n', [
        $"community {list.Community} pushes {list.Pushes} {list.Mass}",
        .. list.Addresses.Select(one => $"{one.Address} {one.Share} {one.Held}"),
    ]);
}
