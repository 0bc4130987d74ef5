using System.Globalization;
using Spoor.Detection.Backtest;

namespace Spoor.Reporting;

/// <summary>The curve over thresholds and the simple watches as CSV: one row for each replay.</summary>
public static class BacktestCsv
{
    private const string Header =
        "watch,threshold,found,found_by_second,found_by_second_in_order,found_by_second_above_floor,of,median_delay_seconds,alerts,alerted_transactions,false_alerts,wallet_months,false_per_wallet_year,false_low,false_high";

    public static void Write(BacktestReport report, TextWriter output)
    {
        output.Write(Header + "\n");
        Write(output, report.Detector, "");
        foreach (var yardstick in report.Yardsticks)
        {
            Write(output, yardstick, "");
        }

        foreach (var point in report.Curve)
        {
            Write(output, point.Outcome, point.Threshold.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Write(TextWriter output, BacktestResult result, string threshold) => output.Write(string.Join(',', new[]
    {
        // Names of watches are ours, with a comma in the figures of two of them.
        $"\"{result.Watch}\"",
        threshold,
        Text(result.Found),
        Text(result.FoundByTheSecond),
        Text(result.FoundByTheSecondInOrder),
        Text(result.FoundByTheSecondThatCounts),
        Text(result.Thefts),
        result.MedianDelay is { } delay ? Text((long)delay.TotalSeconds) : "",
        Text(result.Alerts),
        Text(result.AlertedTransactions),
        Text(result.FalseAlerts),
        Text(result.WalletMonths),
        Rate(result.FalsePerWalletYear),
        Rate(result.FalsePerWalletYearBounds?.Low),
        Rate(result.FalsePerWalletYearBounds?.High),
    }) + "\n");

    private static string Rate(long? thousandths) => thousandths is { } rate ? (rate / 1000m).ToString("0.000", CultureInfo.InvariantCulture) : "";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
