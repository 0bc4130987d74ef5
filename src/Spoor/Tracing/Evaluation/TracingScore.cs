namespace Spoor.Tracing.Evaluation;

/// <summary>How well one method found one case; a measure is null where the case has no truth for it.</summary>
public sealed record TracingScore
{
    public required string Case { get; init; }

    /// <summary>The taint rule or the search.</summary>
    public required string Rule { get; init; }

    /// <summary>True addresses visited, of all true addresses.</summary>
    public required Ratio? AddressRecall { get; init; }

    /// <summary>Terminals reached, of those in the true flows.</summary>
    public Ratio? TerminalRecall { get; init; }

    /// <summary>Value of the true flows that were found, of the value of all of them.</summary>
    public Ratio? ValueCoverage { get; init; }

    /// <summary>Value of the true flows that can be reached from the sources in order of time, of all of them: no rule can cover more.</summary>
    public Ratio? Reachable { get; init; }

    /// <summary>Flows: true addresses among those visited. Labels: transits among the visited that are no services.</summary>
    public required Ratio? Precision { get; init; }

    /// <summary>Labels only: visited strangers among all visited that are no transits.</summary>
    public Ratio? FalsePositiveRate { get; init; }

    /// <summary>Addresses visited.</summary>
    public required int Nodes { get; init; }

    /// <summary>What was found of what could be.</summary>
    public Ratio? CoverageOfReachable =>
        ValueCoverage is { } found && Reachable is { } possible ? Ratio.Of(found.Part, possible.Part) : null;
}
