namespace Spoor.Attribution;

/// <summary>Incidents and the claimed links between them, walked from one incident outward.</summary>
/// <remarks>
/// A route is as strong as its weakest link and says who may have acted in both, not that something was shared: the CoinEx and the
/// Alphapo theft share nothing, and both are linked to that of Stake.
/// </remarks>
public sealed class LinkGraph
{
    private readonly Dictionary<string, LinkRoute> _routes = new(StringComparer.Ordinal);
    private readonly Queue<string> _open = new();

    public LinkGraph(string start) => _routes[start] = new([start], []);

    /// <summary>To each incident that is reached over others, the shortest way; by length, then by last incident.</summary>
    public IReadOnlyList<LinkRoute> Routes =>
    [
        .. _routes.Values.Where(route => route.Links.Count > 1)
            .OrderBy(route => route.Links.Count).ThenBy(route => route.Cases[^1], StringComparer.Ordinal),
    ];

    /// <summary>Takes the links of one incident, which must have been reached before.</summary>
    public void Add(IEnumerable<Link> links)
    {
        foreach (var link in links.Where(link => link.Standing == LinkStanding.Claimed).OrderBy(link => link.There.Case, StringComparer.Ordinal))
        {
            var way = _routes[link.Here.Case];
            if (_routes.TryAdd(link.There.Case, new([.. way.Cases, link.There.Case], [.. way.Links, link])))
            {
                _open.Enqueue(link.There.Case);
            }
        }
    }

    /// <summary>The next incident whose links are to be searched, nearest first; null when all are.</summary>
    public string? Next() => _open.TryDequeue(out string? next) ? next : null;
}
