using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Labels;

/// <summary>What was known on a day, as a page.</summary>
internal static class LabelDayText
{
    private const int MaxRows = 25;

    public static void Write(Terminal terminal, LabelDay known)
    {
        terminal.Heading($"Known at the end of {DayOption.Text(known.Day)}, UTC");
        terminal.Line($"  {Counted.Of(known.Labels, "label", "labels")} of {Counted.Of(known.Subjects, "address or transaction", "addresses and transactions")}.");
        terminal.Line($"  {Counted.Of(known.LearnedLater, "label was", "labels were")} learned later, {Counted.Of(known.Retracted)} had been retracted by then.");
        WriteCounts(terminal, "Category", "By category", known.Categories);
        WriteCounts(terminal, "Source", "By source", known.Sources);
    }

    private static void WriteCounts(Terminal terminal, string column, string heading, IReadOnlyList<(string Word, long Labels)> counts)
    {
        if (counts.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Heading(heading);
        terminal.Table(
            [">Labels", column],
            counts.Take(MaxRows).Select(one => (IReadOnlyList<string>)[Counted.Of(one.Labels), one.Word.Length > 0 ? one.Word : "(none)"]));
        if (counts.Count > MaxRows)
        {
            terminal.Line($"  … and {Counted.Of(counts.Count - MaxRows)} more (--json has all)");
        }
    }
}
