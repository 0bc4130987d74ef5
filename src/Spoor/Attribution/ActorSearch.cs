namespace Spoor.Attribution;

/// <summary>Asks who is behind an incident: finds the links, weighs them, and does both again without each source.</summary>
public static class ActorSearch
{
    /// <param name="prior">The probability of one actor behind two incidents before any evidence.</param>
    public static async Task<ActorReport> RunAsync(LinkRequest search, decimal prior, CancellationToken cancellation)
    {
        var assessment = await AssessAsync(search, prior, cancellation);
        var without = new List<WhatIf>();
        foreach (string source in WhatIf.SourcesOf(assessment, search))
        {
            // Checks read sources, too: a link can fall or stand without one, so links are searched again and not filtered.
            var other = await AssessAsync(search with { Without = search.Without.Append(source).ToHashSet(StringComparer.Ordinal) }, prior, cancellation);
            without.Add(WhatIf.Of(assessment, source, other));
        }

        return new() { Search = search, Assessment = assessment, WithoutEach = without };
    }

    private static async Task<Assessment> AssessAsync(LinkRequest search, decimal prior, CancellationToken cancellation) => Assessment.Of(new()
    {
        Case = search.Case,
        Against = search.Against,
        Links = await LinksAround.FindAsync(search, cancellation),
        AsOf = search.AsOf,
        Without = search.Without,
        Prior = prior,
    });
}
