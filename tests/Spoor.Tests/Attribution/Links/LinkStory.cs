using Spoor.Attribution;
using Spoor.Labels;
using Spoor.Tests.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Attribution.Links;

/// <summary>Two made-up thefts and a history in which they meet or do not.</summary>
internal static class LinkStory
{
    public static readonly ChainId Polygon = ChainId.Parse("eip155:137");
    public static readonly AssetId Matic = new(Polygon, "slip44:966");
    public static readonly DateOnly Published = new(2023, 9, 14);

    public static CaseMember Thief(string name, ChainId? chain = null, params string[] sources) => Member(MemberSide.Thief, Story.At(name), chain, sources);

    public static CaseMember Member(MemberSide side, Address address, ChainId? chain = null, params string[] sources) =>
        new(new LabelSubject.OfAddress(chain ?? Story.Chain, address), side, side.ToString().ToLowerInvariant(), sources.Length > 0 ? sources : ["police"]);

    public static TheftCase Case(string id, params CaseMember[] members) => new()
    {
        Id = id,
        Victim = $"Victim of {id}",
        Began = Story.Begin,
        Members = members,
        Findings = [],
        Sources = new(
        [
            new() { Key = "police", Kind = SourceKind.Authority, Title = "Police", Published = Published },
            new() { Key = "late", Kind = SourceKind.Press, Title = "Written a year on", Published = Published.AddYears(1) },
            new() { Key = "copy", Kind = SourceKind.Press, Title = "Repeats the police", Published = Published.AddDays(1), DerivedFrom = ["police"] },
        ]),
    };

    public static Label Label(Address address, string name, string category, ChainId? chain = null, DateOnly? learned = null) => new()
    {
        Subject = new LabelSubject.OfAddress(chain, address),
        Name = name,
        Category = category,
        Source = "a list",
        Learned = learned ?? DateOnly.MinValue,
    };

    public static LinkRequest Request(TheftCase theft, IReadOnlyList<TheftCase> against, Story? story = null, params Label[] labels) => new()
    {
        Case = theft,
        Against = against,
        Transfers = story?.Store,
        Labels = new(labels),
    };

    public static Task<IReadOnlyList<Link>> LinksAsync(TheftCase first, TheftCase second, Story? story = null, params Label[] labels) =>
        LinkSearch.RunAsync(Request(first, [second], story, labels), TestContext.Current.CancellationToken);

    /// <summary>What matters of a link, for comparing two; sides in the order given.</summary>
    public static string Dump(Link link) => string.Join('\n', [
        $"{link.Standing} {link.Kind} {link.Evidence} {link.Pivot} {link.Known} {link.Witnesses} {link.Verdict}",
        .. new[] { link.Here, link.There }.Select(side => $"{side.Case}: {string.Join(" / ", side.Paths.Select(path => $"{path.Start.Subject} {string.Join(',', path.Sources)} {string.Join(' ', path.Steps.Select(step => step.Tx))}"))}"),
        .. link.Checks.Select(check => $"{check.Name} {check.Outcome} {check.Reason}"),
        string.Join(' ', link.Transactions),
    ]);
}
