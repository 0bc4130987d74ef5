namespace Spoor.Attribution;

/// <summary>The links of an incident and, over those that are claimed, the links of the incidents it is tied to.</summary>
public static class LinksAround
{
    /// <summary>Each pair of incidents is searched once, from the side that is nearer to the one asked about.</summary>
    public static async Task<IReadOnlyList<Link>> FindAsync(LinkRequest request, CancellationToken cancellation)
    {
        var left = request.Against.Where(one => one.Id != request.Case.Id).OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
        var links = new List<Link>();
        var open = new Queue<TheftCase>([request.Case]);
        var reached = new HashSet<string>(StringComparer.Ordinal) { request.Case.Id };
        while (open.TryDequeue(out var next))
        {
            left.RemoveAll(one => one.Id == next.Id);
            var found = await LinkSearch.RunAsync(request with { Case = next, Against = [.. left] }, cancellation);
            links.AddRange(found);
            var tied = found.Where(link => link.Standing == LinkStanding.Claimed).Select(link => link.There.Case).ToHashSet(StringComparer.Ordinal);
            left.FindAll(one => tied.Contains(one.Id) && reached.Add(one.Id)).ForEach(open.Enqueue);
        }

        return links;
    }
}
