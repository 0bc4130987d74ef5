using Spoor.Cli.Output;
using Spoor.Workspace.Cases.Comparing;

namespace Spoor.Cli.Cases;

/// <summary>What changed between two cases, for people.</summary>
internal sealed class CaseDiffPage(Terminal terminal, CaseComparison comparison)
{
    private const int MostOfACode = 10;

    public void Write()
    {
        terminal.Heading(MessageText.Of($"Two cases about {comparison.Before.Manifest.Incident}"));
        terminal.Line($"  Before  {comparison.Before.Id}");
        terminal.Line($"  After   {comparison.After.Id}{(comparison.After.Manifest.Previous == comparison.Before.Id ? " (follows it)" : "")}");
        terminal.Line();
        if (comparison.IsSame)
        {
            terminal.Prose("They are one and the same seal.");
            return;
        }

        WriteChanges();
        WriteFigures();
        WriteResults();
    }

    private void WriteChanges()
    {
        terminal.Heading("What changed");
        if (comparison.Changes.Count == 0)
        {
            terminal.Prose("Neither inputs nor rules nor parameters: the seals differ in when they were made, or in what they follow.");
        }

        foreach (var ofCode in comparison.Changes.GroupBy(change => change.Code))
        {
            terminal.Line($"  {ofCode.Key}{(ofCode.Count() > 1 ? $" ({ofCode.Count()})" : "")}");
            foreach (var change in ofCode.Take(MostOfACode))
            {
                terminal.Line(MessageText.Of($"      {change.Subject}"));
                WriteValues(change);
            }

            if (ofCode.Count() > MostOfACode)
            {
                terminal.Line($"      and {ofCode.Count() - MostOfACode} more; --json lists all");
            }
        }

        terminal.Line();
    }

    // Of what only came or went, its name says all.
    private void WriteValues(CaseChange change)
    {
        if (change.From is not null && change.To is not null)
        {
            terminal.Line(MessageText.Of($"          from {change.From}"));
            terminal.Line(MessageText.Of($"          to   {change.To}"));
        }
    }

    private void WriteFigures()
    {
        terminal.Heading("Figures that moved");
        if (comparison.Figures.Count == 0)
        {
            terminal.Prose("None.");
            return;
        }

        terminal.Table(
            ["Figure", "From", "To", "Why"],
            comparison.Figures.Select(figure => (string[])
            [
                MessageText.Of(figure.Name), MessageText.Of(figure.From ?? "–"), MessageText.Of(figure.To ?? "–"),
                string.Join(", ", figure.Reasons) + (figure.Alone ? "" : figure.Reasons.Count == 0 ? "not known" : " (together)"),
            ]));
        foreach (var (group, why) in comparison.Untried)
        {
            terminal.Prose(MessageText.Of($"What the changes of {group.ToString().ToLowerInvariant()} do alone could not be computed: {why}"));
        }

        terminal.Line();
    }

    private void WriteResults()
    {
        terminal.Heading("Results that differ, and where first");
        foreach (var (entry, difference) in comparison.Results)
        {
            terminal.Line(MessageText.Of($"  {entry} at {difference.Place}"));
        }

        if (comparison.Results.Count == 0)
        {
            terminal.Prose("None.");
        }
    }
}
