using Spoor.Tracing.Relevance;

namespace Spoor.Tracing.Evaluation;

/// <summary>What relevance is worth: judged on cases it has not seen, at every threshold, and against the best that can be had.</summary>
public sealed record RelevanceReport
{
    /// <summary>Learned from all cases; what a trace of something new would use.</summary>
    public required RelevanceRule Learned { get; init; }

    /// <summary>One a case, by a rule learned from the others.</summary>
    public required IReadOnlyList<HeldOutScore> HeldOut { get; init; }

    /// <summary>By threshold, lowest first; the weights are those of <see cref="Learned"/>.</summary>
    public required IReadOnlyList<CurvePoint> Curve { get; init; }

    /// <summary>One a case.</summary>
    public required IReadOnlyList<RelevanceCeiling> Ceilings { get; init; }

    /// <exception cref="ArgumentException">There are fewer than two cases: nothing can be learned without the one it is judged on.</exception>
    public static RelevanceReport Of(IReadOnlyList<KnownCase> cases, CancellationToken cancellation)
    {
        if (cases.Count < 2)
        {
            throw new ArgumentException($"Expected two cases or more to learn from one and judge on another, found {cases.Count}.", nameof(cases));
        }

        var learned = CrossValidation.Learn(cases, cancellation);
        return new()
        {
            Learned = learned,
            HeldOut = CrossValidation.LeaveOneOut(cases, cancellation),
            Curve =
            [
                .. from threshold in Enumerable.Range(CrossValidation.LowestThreshold, CrossValidation.HighestThreshold - CrossValidation.LowestThreshold + 1)
                   let rule = learned with { Threshold = threshold }
                   select new CurvePoint(threshold, [.. cases.Select(one => one.Score(rule, cancellation))]),
            ],
            Ceilings = [.. cases.Select(RelevanceCeiling.Of)],
        };
    }
}

/// <summary>What one threshold reaches on every case.</summary>
public sealed record CurvePoint(int Threshold, IReadOnlyList<TracingScore> Scores);
