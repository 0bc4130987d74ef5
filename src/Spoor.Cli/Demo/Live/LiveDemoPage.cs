using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Cli.Watching;
using Spoor.Valuation;

namespace Spoor.Cli.Demo.Live;

/// <summary>What came of the demonstration, as a page.</summary>
internal static class LiveDemoPage
{
    public static void Write(Terminal terminal, LiveTheft theft)
    {
        terminal.Heading($"{DemoExchange.Name}: emptied on two chains, watched block by block");
        terminal.Line($"  {Counted.Of(theft.Blocks, "block", "blocks")} with {Counted.Of(theft.Transfers, "transfer", "transfers")} were looked at, most of them business as usual.");
        terminal.Line();
        WriteTheft(terminal, theft);
        terminal.Line();
        WriteAlert(terminal, theft);
        WriteBalance(terminal, theft);
        terminal.Line();
        WriteRescue(terminal, theft);
    }

    private static void WriteTheft(Terminal terminal, LiveTheft theft)
    {
        terminal.Heading("The theft");
        terminal.Table(
            [">#", "Chain", ">Amount", ">USD", ""],
            theft.Theft.Select((sent, i) => (IReadOnlyList<string>)
            [
                $"{i + 1}", sent.Payment.Chain.Chain.Name, AmountOf(sent), UsdText.Of(sent.Payment.Usd), i + 1 == theft.FiredAt ? "<- alert" : "",
            ]));
    }

    private static void WriteAlert(Terminal terminal, LiveTheft theft)
    {
        if (theft.Alert is not { } alert)
        {
            terminal.Heading("No alert came up");
            return;
        }

        string seconds = theft.AfterFirst!.Value.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        terminal.Heading($"The alert came up at transaction {theft.FiredAt} of {theft.Theft.Count}, {seconds} s after the first was sent");
        foreach (string line in NoticeText.Lines(alert.Notice))
        {
            terminal.Line($"  {MessageText.Of(line)}");
        }

        terminal.Line();
    }

    private static void WriteBalance(Terminal terminal, LiveTheft theft)
    {
        var rescued = UsdValue.Sum(theft.Rescue.Select(sent => sent.Payment.Usd));
        terminal.Table(
            ["USD", ">"],
            [
                ["Gone when the alert came up", UsdText.Of(theft.Gone)],
                ["Still there then, and taken after it", UsdText.Of(theft.StillThere)],
                ["Brought to the cold wallet", UsdText.Of(rescued)],
            ]);
    }

    private static void WriteRescue(Terminal terminal, LiveTheft theft)
    {
        terminal.Heading("The rescue");
        terminal.Table(
            ["Chain", ">Amount", "Taken for"],
            theft.Rescue.Select(sent => (IReadOnlyList<string>)
            [
                sent.Payment.Chain.Chain.Name, AmountOf(sent), theft.ClassOf(sent) is { } kind ? NoticeText.WordOf(kind) : "nothing was said of it",
            ]));
    }

    private static string AmountOf(SentPayment sent) => new AmountText(Transfers.TokenList.Builtin).WithName(sent.Payment.Asset, sent.Payment.Amount);
}
