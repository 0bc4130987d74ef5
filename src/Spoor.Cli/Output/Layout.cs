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

    /// <summary>A table whose cells are never broken, so that an address can be copied; a narrow screen wraps whole lines.</summary>
    /// <param name="columns">A name that begins with <c>&gt;</c> is of a column of numbers, set to the right.</param>
    public static void Table(this Terminal terminal, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> lines = [[.. columns.Select(column => column.TrimStart('>'))], .. rows];
        int[] widths = [.. columns.Select((_, i) => lines.Max(line => line[i].Length))];
        foreach (var line in lines)
        {
            var cells = line.Select((cell, i) => columns[i].StartsWith('>') ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            terminal.Line("  " + string.Join("  ", cells).TrimEnd());
        }
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
