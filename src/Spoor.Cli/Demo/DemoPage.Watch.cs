using Spoor.Cli.Backtests;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Transfers;

namespace Spoor.Cli.Demo;

/// <summary>What a watch would have said of it, from the back-test of the same transactions.</summary>
internal sealed partial class DemoPage
{
    private void WriteWatch()
    {
        var outcome = watched.Outcome;
        Section("Had it been watched: the first transactions, replayed block by block, as if nobody knew what came");
        terminal.Prose(
            $"The same as 'spoor backtest examples/backtest/coinex-2023': {Counted.Of(watched.Report.History.Transfers, "published transaction", "published transactions")}, "
            + "the published hot wallets, and the policy that a new user gets.");
        if (outcome.Alert is not { } alert)
        {
            terminal.Prose($"No alert: {outcome.Missed}.");
            return;
        }

        var notice = alert.Notice;
        string before = BacktestPage.BeforeStatement(outcome) is { } statement ? $", {statement}" : "";
        terminal.Prose($"{notice.Severity} alert on transaction {alert.TheftTransaction} of {outcome.TheftTransactions}{before}, score {BacktestPage.Score(notice.Score)}"
            + $"{(notice.HardRule.Length > 0 ? $"; whatever the score, by rule: {notice.HardRule}" : "")}.");
        terminal.Prose(notice.Headline);
        terminal.Line();
        WriteReasons(notice);
        terminal.Line();
        terminal.Table(
            ["USD, as far as it has a price", ">"],
            [["Gone with the block that was alerted", UsdText.Of(alert.Lost)], ["Still there then, and taken after it", UsdText.Of(alert.StillThere)]]);
        WriteUntold(outcome, notice);
    }

    private void WriteReasons(AlertNotice notice) => terminal.WrappedTable(
        [">score", "~why (what was seen; from where on it counts)"],
        notice.Signals.Where(signal => signal.Speaks == true)
            .Select(signal => new[] { BacktestPage.Score(signal.Weight), $"{signal.Words} ({signal.Value}; from {signal.Threshold})" }));

    private void WriteUntold(IncidentOutcome outcome, AlertNotice notice)
    {
        foreach (var account in notice.Block)
        {
            terminal.Prose($"To block: {account.Chain}:{AddressText.Render(account.Chain, account.Address)}.");
        }

        if (outcome.Unpriced > 0)
        {
            terminal.Prose($"{Counted.Of(outcome.Unpriced, "movement has", "movements have")} no price at hand and no part in the dollars. {outcome.Truth.Limits}");
        }
        else if (outcome.Truth.Limits.Length > 0)
        {
            terminal.Prose(outcome.Truth.Limits);
        }

        foreach (string gap in notice.Unchecked)
        {
            terminal.Prose($"Not checked: {gap}");
        }
    }
}
