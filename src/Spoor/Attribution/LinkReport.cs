namespace Spoor.Attribution;

/// <summary>What a search for links found.</summary>
public sealed record LinkReport
{
    public required LinkRequest Request { get; init; }

    /// <summary>Claimed ones first, then candidates, then refuted ones; in each by other case, weight and pivot.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>With how many other incidents the case was compared.</summary>
    public required int Compared { get; init; }

    /// <summary>The shortest way to each incident that is linked only over others; by length, then by last incident.</summary>
    public required IReadOnlyList<LinkRoute> Routes { get; init; }

    public IEnumerable<Link> Of(LinkStanding standing) => Links.Where(link => link.Standing == standing);
}

/// <summary>A way from one incident to another over incidents between them; no link between its ends is claimed.</summary>
/// <param name="Cases">Ids in order, at least three.</param>
/// <param name="Links">One for each step, seen from the incident before it.</param>
public sealed record LinkRoute(IReadOnlyList<string> Cases, IReadOnlyList<Link> Links);
