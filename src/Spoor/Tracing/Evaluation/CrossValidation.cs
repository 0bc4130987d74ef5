using Spoor.Tracing.Relevance;

namespace Spoor.Tracing.Evaluation;

/// <summary>What relevance learned from all other cases reaches on one that it has not seen.</summary>
/// <param name="Rule">Weights and threshold, both chosen without the case.</param>
public sealed record HeldOutScore(RelevanceRule Rule, TracingScore Score);

/// <summary>Chooses weights and threshold on cases, and judges them on the one that was left out.</summary>
public static class CrossValidation
{
    public const int LowestThreshold = -35;

    public const int HighestThreshold = 15;

    /// <summary>How much of the address recall of a trace that sets nothing aside may be given up for precision.</summary>
    public const decimal Tolerance = 0.02m;

    /// <summary>One score a case, each by a rule learned from the others.</summary>
    public static IReadOnlyList<HeldOutScore> LeaveOneOut(IReadOnlyList<KnownCase> cases, CancellationToken cancellation) =>
        [.. cases.Select(held => HoldOut(held, [.. cases.Where(other => other != held)], cancellation))];

    /// <summary>The rule learned from cases: weights of evidence, and the highest threshold that gives up no more than the tolerance.</summary>
    public static RelevanceRule Learn(IReadOnlyList<KnownCase> cases, CancellationToken cancellation)
    {
        var rule = new RelevanceRule
        {
            Weights = WeightsOfEvidence.Learn([.. cases.SelectMany(RelevanceSamples.Of)]),
            Threshold = int.MinValue,
        };
        decimal wanted = Recall(cases, rule, cancellation) - Tolerance;
        for (int threshold = HighestThreshold; threshold >= LowestThreshold; threshold--)
        {
            var candidate = rule with { Threshold = threshold };
            if (Recall(cases, candidate, cancellation) >= wanted)
            {
                return candidate;
            }
        }

        return rule;
    }

    private static HeldOutScore HoldOut(KnownCase held, IReadOnlyList<KnownCase> others, CancellationToken cancellation)
    {
        var rule = Learn(others, cancellation);
        return new(rule, held.Score(rule, cancellation));
    }

    private static decimal Recall(IReadOnlyList<KnownCase> cases, RelevanceRule rule, CancellationToken cancellation) =>
        cases.Average(one => one.Score(rule, cancellation).AddressRecall!.Value.Rounded);
}
