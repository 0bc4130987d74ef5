using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Detection.Backtest;

namespace Spoor.Cli.Backtests;

/// <summary>A back-test for a reader: the thefts, the false alerts, simple watches beside it, the curve.</summary>
internal sealed class BacktestPage(Terminal terminal, BacktestReport report)
{
    private const int MostFalse = 20;

    private static readonly string[] Columns = [">found", ">by the 2nd", ">in order", ">above floor", ">delay", ">alerts", ">in them", ">false", ">a wallet-year"];

    public void Write()
    {
        var history = report.History;
        terminal.Heading($"Back-test over {Counted.Of(history.Transfers, "transfer", "transfers")}, {Day(history.First)} to {Day(history.Last)}");
        foreach (var (chain, count) in history.Unplaced.OrderBy(chain => chain.Key))
        {
            terminal.Line($"  {chain}: the block of {Counted.Of(count, "transaction", "transactions")} is not stated; they stand by time, then as listed.");
        }

        WriteThefts();
        WriteOwners();
        WriteYardsticks();
        WriteCurve();
    }

    private void WriteThefts()
    {
        if (report.Detector.Outcomes.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Heading("Thefts");
        terminal.Table(
            ["theft", "first transaction (UTC)", ">alert on", ">gone before", ">above floor", ">after", "why", ">lost by then, USD", ">still there, USD"],
            report.Detector.Outcomes.Where(incident => incident.First is not null).Select(Row));
        foreach (var incident in report.Detector.Outcomes)
        {
            WriteNotes(incident);
        }
    }

    private static string[] Row(IncidentOutcome incident) =>
    [
        incident.Truth.Incident,
        Moment(incident.First!.Time),
        incident.Alert is { } on ? $"{on.TheftTransaction} of {incident.TheftTransactions}" : "missed",
        incident.Alert is { } earlier ? earlier.InEarlierBlocks.ToString(CultureInfo.InvariantCulture) : "",
        incident.Alert is { } floor ? floor.AfterFloor.ToString(CultureInfo.InvariantCulture) : "",
        incident.Alert is { } after ? Seconds(after.Delay) : "",
        incident.Alert is { } why ? why.Notice.HardRule is { Length: > 0 } rule ? rule : $"score {Score(why.Notice.Score)}" : incident.Missed,
        incident.Alert is { } alert ? UsdText.Of(alert.Lost) : "",
        incident.Alert is { } rest ? UsdText.Of(rest.StillThere) : "",
    ];

    private void WriteNotes(IncidentOutcome incident)
    {
        if (incident.First is null)
        {
            terminal.Line($"  {incident.Truth.Incident}: {incident.Missed}.");
            return;
        }

        if (BeforeStatement(incident) is { } before)
        {
            terminal.Line($"  {incident.Truth.Incident}: alert {before}.");
        }

        if (incident.Unpriced > 0)
        {
            terminal.Line($"  {incident.Truth.Incident}: {Counted.Of(incident.Unpriced, "movement has", "movements have")} no price and no part in the dollars.");
        }

        if (incident.Truth.Limits.Length > 0)
        {
            terminal.Line($"  {incident.Truth.Incident}: {incident.Truth.Limits}");
        }
    }

    /// <summary>How long before the victim's own word the alert stood; null where either is not known.</summary>
    public static string? BeforeStatement(IncidentOutcome incident) => incident.BeforeStatement is not { } before
        ? null
        : $"{Counted.Of((long)before.Duration().TotalMinutes, "minute", "minutes")} {(before > TimeSpan.Zero ? "before" : "after")} "
            + $"the public statement of {Moment(incident.Truth.PublicStatement!.Value)} UTC";

    private void WriteOwners()
    {
        terminal.Line();
        terminal.Heading("Alerts without a theft");
        terminal.Table(
            ["owner", ">wallet-months", ">sendings", ">false alerts"],
            report.Detector.Owners.Select(owner => new[]
            {
                owner.Owner, Counted.Of(owner.WalletMonths), Counted.Of(owner.Sendings), Counted.Of(owner.FalseAlerts.Count),
            }));
        terminal.Line($"  In all {Counted.Of(report.Detector.FalseAlerts)} in {Counted.Of(report.Detector.WalletMonths, "wallet-month", "wallet-months")} without a theft{Bounds()}.");
        foreach (var alert in report.Detector.Owners.SelectMany(owner => owner.FalseAlerts).Take(MostFalse))
        {
            terminal.Line($"  {Moment(alert.Time)} {alert.Headline}");
        }
    }

    private string Bounds() => report.Detector is { FalsePerWalletYear: { } rate, FalsePerWalletYearBounds: { } bounds }
        ? $": {Rate(rate)} a wallet-year, at 95 % between {Rate(bounds.Low)} and {Rate(bounds.High)}"
        : "";

    private void WriteYardsticks()
    {
        terminal.Line();
        terminal.Heading("Beside simple watches");
        terminal.Table(
            ["watch", .. Columns],
            [Cells(report.Detector, report.Detector.Watch), .. report.Yardsticks.Select(yardstick => Cells(yardstick, yardstick.Watch))]);
        foreach (var alike in report.Yardsticks.Where(yardstick => yardstick.Judged is { } judged && judged.Judged < judged.Outflows).GroupBy(yardstick => yardstick.Judged!))
        {
            string outflows = Counted.Of(alike.Key.Outflows, "outflow", "outflows");
            terminal.Line($"  {string.Join("; ", alike.Select(yardstick => yardstick.Watch))}:");
            terminal.Line(alike.Key.Judged == 0
                ? $"    none of {outflows} could be judged, so the row says nothing; needed is {alike.Key.Needs}."
                : $"    {Counted.Of(alike.Key.Judged)} of {outflows} could be judged; needed is {alike.Key.Needs}.");
        }
    }

    private void WriteCurve()
    {
        terminal.Line();
        terminal.Heading("By threshold of the score");
        terminal.Table(
            [">threshold", .. Columns],
            report.Curve.Select(point => Cells(point.Outcome, Score(point.Threshold))));
        if (report.LeftOut is { Count: > 1 } all)
        {
            terminal.Line($"  Each theft at a threshold chosen from the others: {all.Count(left => left.IsFound)} of {all.Count} found, {all.Count(left => left.IsFoundByTheSecond)} by the 2nd.");
            foreach (var left in all.Where(left => !left.IsFoundByTheSecond))
            {
                terminal.Line($"    {left.Incident}: {(left.Threshold is { } threshold ? $"{(left.IsFound ? "found late" : "missed")} at {Score(threshold)}" : "no threshold keeps to one false alert a wallet-year")}.");
            }
        }
    }

    private static string[] Cells(BacktestResult result, string name) =>
    [
        result.Judged is { Outflows: > 0, Judged: 0 } ? $"{name} (judged nothing)" : name,
        $"{result.Found} of {result.Thefts}",
        Counted.Of(result.FoundByTheSecond),
        Counted.Of(result.FoundByTheSecondInOrder),
        Counted.Of(result.FoundByTheSecondThatCounts),
        result.MedianDelay is { } delay ? Seconds(delay) : "",
        Counted.Of(result.Alerts),
        Counted.Of(result.AlertedTransactions),
        Counted.Of(result.FalseAlerts),
        result is { FalsePerWalletYear: { } rate, FalsePerWalletYearBounds: { } bounds } ? $"{Rate(rate)} ({Rate(bounds.Low)} to {Rate(bounds.High)})" : "",
    ];

    private static string Rate(long thousandths) => (thousandths / 1000m).ToString("0.00", CultureInfo.InvariantCulture);

    public static string Score(int thousandths) => (thousandths / 1000m).ToString("0.0##", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan span) => $"{Counted.Of((long)span.TotalSeconds)} s";

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
