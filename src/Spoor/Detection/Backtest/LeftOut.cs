namespace Spoor.Detection.Backtest;

/// <summary>Whether a theft would be found at a threshold that was chosen without it.</summary>
/// <param name="Threshold">In thousandths; null where no threshold keeps to <see cref="MostFalse"/>.</param>
public sealed record LeftOut(string Incident, int? Threshold, bool IsFound, bool IsFoundByTheSecond)
{
    /// <summary>Thousandths of a false alert that a wallet-year may have at the threshold chosen.</summary>
    public const int MostFalse = 1_000;

    /// <summary>
    /// Leaves out one theft after the other: of the thresholds with few enough false alerts that one is chosen at which most of the
    /// others are found by their second transaction; of several the one with the fewest false alerts, and of those the highest.
    /// </summary>
    public static IReadOnlyList<LeftOut> Of(IReadOnlyList<ThresholdPoint> curve)
    {
        var allowed = curve.Where(point => point.Outcome.FalsePerWalletYear is null or <= MostFalse).ToList();
        var incidents = curve.SelectMany(point => point.Outcome.Outcomes).Where(outcome => outcome.First is not null).Select(outcome => outcome.Truth.Incident).Distinct();
        return [.. incidents.Select(Judge)];

        LeftOut Judge(string incident)
        {
            var chosen = allowed
                .OrderByDescending(point => point.Outcome.Outcomes.Count(outcome => outcome.Truth.Incident != incident && IsBySecond(outcome)))
                .ThenBy(point => point.Outcome.FalseAlerts).ThenByDescending(point => point.Threshold).FirstOrDefault();
            var left = chosen?.Outcome.Outcomes.First(outcome => outcome.Truth.Incident == incident);
            return new(incident, chosen?.Threshold, left?.Alert is not null, left is not null && IsBySecond(left));
        }
    }

    private static bool IsBySecond(IncidentOutcome outcome) => outcome.Alert is { InEarlierBlocks: <= 1 };
}
