namespace Spoor.Tracing.Evaluation;

/// <summary>The mean of a measure over cases, each counting the same, as published figures are given.</summary>
public static class CurveMean
{
    /// <summary>Of the measures that are known, to four decimals.</summary>
    public static decimal Of(IReadOnlyList<TracingScore> scores, Func<TracingScore, Ratio?> measure) =>
        decimal.Round(scores.Select(measure).OfType<Ratio>().Average(share => share.Rounded), 4);
}
