using Spoor.Attribution;
using Spoor.Cli.Attribution;
using Spoor.Cli.Ledger;
using Spoor.Cli.Links;
using Spoor.Cli.Losses;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Demo;

/// <summary>What Spoor finds from the published facts: who else, who, how much, and beside what.</summary>
internal sealed partial class DemoPage
{
    private void WriteLinks()
    {
        Section("What it shares with other thefts, and what was done to refute that");
        terminal.Prose(LinkSentences.Headline(answers.Links));
        foreach (var link in answers.Links.Of(LinkStanding.Claimed))
        {
            LinkBlock.Write(terminal, link);
        }

        LinkText.WriteRoutes(terminal, answers.Links);
        terminal.Line();
        terminal.Prose(LinkSentences.Compared(answers.Links));
    }

    private void WriteAttribution()
    {
        Section("Who is behind it");
        foreach (var (question, answer) in answers.Attributions)
        {
            terminal.Line($"  {question}:");
            terminal.Prose(Explanation.Conclusion(answer.Assessment));
            terminal.Line();
        }

        terminal.Line("  From prior to posterior, in log10 odds:");
        WaterfallText.Write(terminal, Waterfall.Of(answers.Attribution));
    }

    private void WriteLoss()
    {
        Section("The loss in all its versions, as Spoor computes it from published amounts");
        new LossPage(terminal, answers.Loss).WriteVersions();
    }

    private void WriteIndustry()
    {
        terminal.Line();
        LedgerTallyText.Write(terminal, answers.Tally);
        LedgerComparisonText.WriteTotals(terminal, answers.Comparison);
    }
}
