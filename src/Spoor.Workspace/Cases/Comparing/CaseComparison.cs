using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Comparing;

/// <summary>What changed between two cases, and what it did to the figures.</summary>
public sealed record CaseComparison
{
    public required CaseSide Before { get; init; }

    public required CaseSide After { get; init; }

    /// <summary>In order of group, code and subject.</summary>
    public required IReadOnlyList<CaseChange> Changes { get; init; }

    /// <summary>In order of name.</summary>
    public required IReadOnlyList<MovedFigure> Figures { get; init; }

    /// <summary>The first place at which each result differs, in order of name.</summary>
    public required IReadOnlyList<(string Entry, JsonDifference Difference)> Results { get; init; }

    /// <summary>Groups of changes that could not be tried alone, and why.</summary>
    public required IReadOnlyList<(InputGroup Group, string Why)> Untried { get; init; }

    public bool IsSame => Before.Id == After.Id;

    /// <exception cref="FormatException">They are about different incidents, or an input cannot be read.</exception>
    public static async Task<CaseComparison> OfAsync(CaseSide before, CaseSide after, CancellationToken cancellation)
    {
        if (before.Manifest.Incident != after.Manifest.Incident)
        {
            throw new FormatException($"Expected two cases about one incident, found {before.Manifest.Incident} and {after.Manifest.Incident}.");
        }

        var changes = CaseChanges.Between(before, after);
        var (figures, untried) = await FigureReasons.OfAsync(before, after, changes, cancellation);
        return new() { Before = before, After = after, Changes = changes, Figures = figures, Results = ResultsOf(before, after), Untried = untried };
    }

    private static List<(string Entry, JsonDifference Difference)> ResultsOf(CaseSide before, CaseSide after)
    {
        var results = new List<(string, JsonDifference)>();
        foreach (string name in new[] { CaseNames.Attribution, CaseNames.Figures, CaseNames.Links, CaseNames.Loss, CaseNames.Trace })
        {
            if (before.Entries.TryGetValue(name, out var left) && after.Entries.TryGetValue(name, out var right)
                && JsonDifference.First(left.Content, right.Content) is { } difference)
            {
                results.Add((name, difference));
            }
        }

        return results;
    }
}
