namespace Spoor.Attribution;

/// <summary>Everything that decides who is taken to be behind an incident; the answer is a function of it alone.</summary>
public sealed record AttributionRequest
{
    public required TheftCase Case { get; init; }

    /// <summary>The incidents it may be tied to, and over which it may be tied to others.</summary>
    public required IReadOnlyList<TheftCase> Against { get; init; }

    /// <summary>What any two of the incidents share; each pair once, from either side.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>Only what was published by the end of this day; null for all.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Keys of sources that are set aside, with all that only repeats them.</summary>
    public IReadOnlySet<string> Without { get; init; } = new HashSet<string>();

    /// <summary>The probability of one actor behind two incidents before any evidence.</summary>
    public decimal Prior { get; init; } = Posterior.DefaultPrior;

    /// <summary>Every incident of the request by its id, the one asked about included.</summary>
    /// <exception cref="FormatException">Two incidents of one id.</exception>
    public IReadOnlyDictionary<string, TheftCase> CasesById()
    {
        var byId = new Dictionary<string, TheftCase>(StringComparer.Ordinal) { [Case.Id] = Case };
        foreach (var other in Against)
        {
            if (!byId.TryAdd(other.Id, other) && other.Id != Case.Id)
            {
                throw new FormatException($"Expected incidents with ids of their own, found two called {other.Id}.");
            }
        }

        return byId;
    }

    /// <summary>Whether a link was known on the day asked about and still has a source on either side.</summary>
    public bool Admits(Link link, IReadOnlyDictionary<string, TheftCase> cases) =>
        (AsOf is null || link.Known <= AsOf)
        && cases.TryGetValue(link.Here.Case, out var here) && Stands(here, link.Here.Sources)
        && cases.TryGetValue(link.There.Case, out var there) && Stands(there, link.There.Sources);

    private bool Stands(TheftCase side, IReadOnlyList<string> sources) =>
        sources.Count == 0 || sources.Any(source => side.Sources.StandsWithout(source, Without));
}
