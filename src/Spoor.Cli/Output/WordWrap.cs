namespace Spoor.Cli.Output;

/// <summary>Text and tables broken at words, so that a page keeps its width; a word longer than the line stays whole.</summary>
internal static class WordWrap
{
    private const int Width = 120;
    private const int Indent = 2;
    private const int Gap = 2;

    public static void Prose(this Terminal terminal, string text)
    {
        foreach (string line in Lines(text, Width - Indent))
        {
            terminal.Line($"  {line}");
        }
    }

    /// <summary>One of a list, behind a dash.</summary>
    public static void Item(this Terminal terminal, string text)
    {
        string mark = "- ";
        foreach (string line in Lines(text, Width - (2 * Indent) - mark.Length))
        {
            terminal.Line($"    {mark}{line}");
            mark = "  ";
        }
    }

    /// <param name="columns">As for <see cref="Layout.Table"/>; the one that begins with <c>~</c> takes the room the others leave.</param>
    public static void WrappedTable(this Terminal terminal, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var whole = rows.ToList();
        string[] names = [.. columns.Select(column => column.TrimStart('~'))];
        int wrapped = columns.ToList().FindIndex(column => column.StartsWith('~'));
        int taken = names.Select((name, i) => i == wrapped ? 0 : Gap + Math.Max(name.TrimStart('>').Length, whole.Max(row => row[i].Length))).Sum();
        terminal.Table(names, whole.SelectMany(row => Broken(row, wrapped, Width - Indent - taken)));
    }

    private static IEnumerable<IReadOnlyList<string>> Broken(IReadOnlyList<string> row, int wrapped, int room) =>
        Lines(row[wrapped], room).Select((line, number) =>
            (IReadOnlyList<string>)[.. row.Select((cell, i) => i == wrapped ? line : number == 0 ? cell : "")]);

    private static List<string> Lines(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (string word in text.Split(' '))
        {
            if (lines[^1].Length == 0)
            {
                lines[^1] = word;
            }
            else if (lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
