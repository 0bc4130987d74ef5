using Spoor.Attribution.Checks;
using Spoor.Attribution.Linking;

namespace Spoor.Attribution;

/// <summary>Searches what two incidents share.</summary>
/// <remarks>
/// Thieves are where an incident names them and, on a store with transfers, where the stolen value went from there. What two such
/// sets share is a link; every link runs every counter-check that applies. docs/methods/links.md tells it all.
/// </remarks>
public static class LinkSearch
{
    /// <summary>The kinds of links, each with the version of its rule; a page of docs/methods tells of each.</summary>
    public static IReadOnlyList<(string Name, int Version)> Kinds { get; } = [.. PairSearch.Kinds.Select(kind => (kind.Name, kind.Version))];

    /// <summary>The counter-checks in their order, likewise.</summary>
    public static IReadOnlyList<(string Name, int Version)> Checks { get; } = [.. CounterChecks.All.Select(check => (check.Name, check.Version))];

    /// <summary>Every link between the case and the others, those that a check refutes included; in order of standing, other case, weight and pivot.</summary>
    public static async Task<IReadOnlyList<Link>> RunAsync(LinkRequest request, CancellationToken cancellation)
    {
        var search = await OpenAsync(request, cancellation);
        return await LinksOfAsync(search, request.Case, request.Against, cancellation);
    }

    /// <summary>The same, and the ways from the case to others over incidents between them.</summary>
    public static async Task<LinkReport> ReportAsync(LinkRequest request, CancellationToken cancellation)
    {
        var (links, graph) = await WalkAsync(request, cancellation);
        return new()
        {
            Request = request,
            Links = [.. links.Where(link => link.Here.Case == request.Case.Id)],
            Compared = request.Against.Where(other => other.Id != request.Case.Id).DistinctBy(other => other.Id).Count(),
            Routes = graph.Routes,
        };
    }

    /// <summary>From the case outward over claimed links, each pair once; every step knows the same incidents.</summary>
    internal static async Task<(IReadOnlyList<Link> Links, LinkGraph Graph)> WalkAsync(LinkRequest request, CancellationToken cancellation)
    {
        var search = await OpenAsync(request, cancellation);
        var left = request.Against.Where(other => other.Id != request.Case.Id).DistinctBy(other => other.Id).ToDictionary(other => other.Id, StringComparer.Ordinal);
        var links = new List<Link>();
        var graph = new LinkGraph(request.Case.Id);
        for (var here = request.Case; here is not null; here = graph.Next() is { } next && left.Remove(next, out var reached) ? reached : null)
        {
            var found = await LinksOfAsync(search, here, left.Values, cancellation);
            links.AddRange(found);
            graph.Add(found);
        }

        return (links, graph);
    }

    private static async Task<PairSearch> OpenAsync(LinkRequest request, CancellationToken cancellation)
    {
        var ground = await LinkGround.OfAsync(request, cancellation);
        return new(ground, new(ground), new(ground));
    }

    private static async Task<IReadOnlyList<Link>> LinksOfAsync(
        PairSearch search, TheftCase theft, IEnumerable<TheftCase> others, CancellationToken cancellation)
    {
        var links = new List<Link>();
        foreach (var other in others.Where(other => other.Id != theft.Id).DistinctBy(other => other.Id).OrderBy(other => other.Id, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            links.AddRange(await search.RunAsync(theft, other, cancellation));
        }

        return [.. links.OrderBy(link => link.Standing)];
    }
}
