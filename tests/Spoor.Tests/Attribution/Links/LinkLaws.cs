using CsCheck;
using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Tests.Laws;
using Spoor.Tests.Tracing;

namespace Spoor.Tests.Attribution.Links;

/// <summary>Laws of every search for links, on generated histories, lists and labels.</summary>
public sealed class LinkLaws
{
    private static readonly string[] People = [.. Histories.People, "world"];

    private static readonly Gen<CaseMember> Member =
        from name in Gen.Int[0, People.Length - 1]
        from side in Gen.Frequency((6, Gen.Const(MemberSide.Thief)), (1, Gen.Const(MemberSide.Victim)), (1, Gen.Const(MemberSide.Service)))
        from other in Gen.Bool
        from source in Gen.Int[0, 2]
        select LinkStory.Member(side, Story.At(People[name]), other ? LinkStory.Polygon : Story.Chain, new[] { "police", "late", "copy" }[source]);

    private static readonly Gen<(TheftCase[] Cases, Payment[] Payments, Label[] Labels, int Day)> Told = Gen.Select(
        Member.Array[1, 4].Array[2, 4].Select(lists => lists.Select((members, i) => LinkStory.Case($"case{i}", members)).ToArray()),
        Histories.Payments,
        Gen.Int[0, People.Length - 1].Array[0, 2].Select(names => names.Select(name => LinkStory.Label(Story.At(People[name]), "Exchange", "exchange")).ToArray()),
        Gen.Int[-1, 400]);

    [Fact]
    public Task A_link_seen_from_the_other_side_is_the_same_link() => Told.SampleAsync(async told =>
    {
        var forth = await SearchAsync(told, told.Cases[0], told.Cases[1]);
        var back = await SearchAsync(told, told.Cases[1], told.Cases[0]);

        return Dump(forth) == Dump(back.Select(link => link.Mirrored()));
    }, iter: 200);

    [Fact]
    public Task The_order_of_incidents_and_members_changes_nothing() => Told.SampleAsync(async told =>
    {
        var inOrder = await SearchAsync(told, told.Cases[0], told.Cases[1..]);
        var turned = told.Cases.Select(theft => theft with { Members = [.. theft.Members.Reverse()] }).ToArray();

        return Dump(inOrder) == Dump(await SearchAsync(told, turned[0], [.. turned[1..].Reverse()]));
    }, iter: 200);

    [Fact]
    public Task A_link_stands_alike_whoever_asks_and_whatever_else_is_compared() => Told.SampleAsync(async told =>
    {
        foreach (var start in told.Cases)
        {
            var request = LinkStory.Request(start, told.Cases, Histories.Tell(told.Payments), told.Labels);
            foreach (var link in await LinksAround.FindAsync(request, TestContext.Current.CancellationToken))
            {
                var alone = request with { Case = told.Cases.Single(one => one.Id == link.Here.Case), Against = [told.Cases.Single(one => one.Id == link.There.Case)], Known = told.Cases };
                var direct = (await LinkSearch.RunAsync(alone, TestContext.Current.CancellationToken)).Single(one => one.Pivot == link.Pivot);
                Assert.Equal(LinkStory.Dump(direct), LinkStory.Dump(link));
            }
        }
    }, iter: 60);

    [Fact]
    public async Task A_service_in_the_list_of_any_known_incident_refutes_every_link_over_it()
    {
        var first = LinkStory.Case("aa", LinkStory.Member(MemberSide.Service, Story.At("key")), LinkStory.Thief("other"));
        var middle = LinkStory.Case("bb", LinkStory.Thief("key"), LinkStory.Thief("other"));
        var last = LinkStory.Case("cc", LinkStory.Thief("key"));

        var around = await LinksAround.FindAsync(LinkStory.Request(first, [middle, last]), TestContext.Current.CancellationToken);
        var alone = await LinkSearch.RunAsync(LinkStory.Request(last, [middle]) with { Known = [first] }, TestContext.Current.CancellationToken);

        Assert.Equal(
            [("bb", LinkStanding.Claimed), ("cc", LinkStanding.Refuted)],
            around.Select(link => (link.There.Case, link.Standing)));
        Assert.Equal(LinkStanding.Refuted, Assert.Single(alone).Standing);
    }

    [Fact]
    public Task What_is_claimed_has_no_failed_check_and_enough_weight() => Told.SampleAsync(async told =>
        (await SearchAsync(told, told.Cases[0], told.Cases[1..])).All(link =>
            (link.Standing == LinkStanding.Refuted) == !link.Stands
            && (link.Standing != LinkStanding.Claimed || link.Weight >= new LinkParameters().Threshold)
            && link.Checks.Select(check => check.Name).SequenceEqual(LinkSearch.Checks.Select(check => check.Name).Where(name => link.CheckOf(name) is not null))), iter: 200);

    [Fact]
    public Task A_path_begins_at_a_named_member_and_each_step_follows_the_one_before() => Told.SampleAsync(async told =>
        (await SearchAsync(told, told.Cases[0], told.Cases[1..])).Where(link => link.Kind is LinkKind.SameKey or LinkKind.Flow)
            .SelectMany(link => link.Here.Paths.Concat(link.There.Paths)).All(path =>
                path.Start.Side == MemberSide.Thief
                && (path.Steps.Count == 0 || path.Start.Subject == new LabelSubject.OfAddress(path.Steps[0].Chain, path.Steps[0].From!.Value))
                && path.Steps.Zip(path.Steps.Skip(1)).All(pair => pair.First.To == pair.Second.From && pair.First.Position < pair.Second.Position)), iter: 200);

    private static Task<IReadOnlyList<Link>> SearchAsync(
        (TheftCase[] Cases, Payment[] Payments, Label[] Labels, int Day) told, TheftCase theft, params TheftCase[] against) =>
        LinkSearch.RunAsync(
            LinkStory.Request(theft, against, Histories.Tell(told.Payments), told.Labels) with
            {
                AsOf = told.Day < 0 ? null : LinkStory.Published.AddDays(told.Day - 1),
            },
            TestContext.Current.CancellationToken);

    private static string Dump(IEnumerable<Link> links) => string.Join("\n\n", links.Select(LinkStory.Dump));
}
