using Spectre.Console;

namespace Spoor.Cli.Output;

/// <summary>Headings, lines and tables of a page of text.</summary>
internal static class Layout
{
    public static void Heading(this Terminal terminal, string text)
    {
        terminal.Page.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        terminal.PageText.WriteLine();
    }

    /// <summary>One line as it is; never broken, so that what it says can be copied.</summary>
    public static void Line(this Terminal terminal, string text = "") => terminal.PageText.WriteLine(text);

    /// <summary>A paragraph broken at words and indented.</summary>
    public static void Paragraph(this Terminal terminal, string text) =>
        terminal.Page.Write(new Padder(new Text(text + "\n"), new Padding(2, 0, 0, 0)));

    /// <param name="columns">A name that begins with <c>&gt;</c> is of a column of numbers, set to the right; <c>~</c> marks one that may wrap.</param>
    public static void Table(this Terminal terminal, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (string column in columns)
        {
            bool isNumber = column.StartsWith('>');
            bool wraps = column.StartsWith('~');
            table.AddColumn(new TableColumn(new Text(column.TrimStart('>', '~'), new Style(decoration: Decoration.Dim)))
            {
                Alignment = isNumber ? Justify.Right : Justify.Left,
                NoWrap = !wraps,
                Padding = new Padding(2, 0, 0, 0),
            });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        terminal.Page.Write(table);
    }

    /// <summary>What a reader can do next: each command on a line of its own.</summary>
    public static void Next(this Terminal terminal, params IEnumerable<(string Command, string Why)> steps)
    {
        terminal.Line();
        terminal.Heading("Next");
        foreach (var (command, why) in steps)
        {
            terminal.Line($"  {command}");
            terminal.Line($"      {why}");
        }
    }
}
