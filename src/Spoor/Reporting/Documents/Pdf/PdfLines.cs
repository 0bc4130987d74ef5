namespace Spoor.Reporting.Documents.Pdf;

/// <summary>Words broken into lines of a width.</summary>
internal static class PdfLines
{
    public static IReadOnlyList<PdfLine> Of(IReadOnlyList<Words> text, decimal size, decimal width, bool bold = false)
    {
        var lines = new List<PdfLine> { new() };
        foreach (var words in text)
        {
            bool heavy = bold || words is Words.Strong;
            foreach (string part in Parts(PdfFonts.Shown(VisibleText.Of(words.Text))))
            {
                Add(lines, new(part, heavy, (words as Words.Reference)?.Anchor, (words as Words.Link)?.Url, PdfFonts.Face(heavy).WidthOf(part, size)), size, width);
            }
        }

        return lines;
    }

    /// <summary>The widest word, up to a limit beyond which words are broken.</summary>
    public static decimal Least(IReadOnlyList<Words> text, decimal size, decimal limit) => text
        .SelectMany(words => Parts(PdfFonts.Shown(VisibleText.Of(words.Text))).Select(part => PdfFonts.Regular.WidthOf(part.TrimEnd(), size)))
        .Append(0).Max() is var most && most > limit ? limit : most;

    private static void Add(List<PdfLine> lines, PdfRun run, decimal size, decimal width)
    {
        var line = lines[^1];
        if (line.Width > 0 && line.Width + PdfFonts.Face(run.Bold).WidthOf(run.Text.TrimEnd(), size) > width)
        {
            lines.Add(new());
            line = lines[^1];
        }

        foreach (var piece in Broken(run, size, width))
        {
            if (line.Width > 0 && line.Width + piece.Width > width && piece.Text.Trim().Length > 0 && piece != run)
            {
                lines.Add(new());
                line = lines[^1];
            }

            line.Add(piece);
        }
    }

    // Only what is wider than a whole line: a hash, an address, a name without a blank.
    private static List<PdfRun> Broken(PdfRun run, decimal size, decimal width)
    {
        var font = PdfFonts.Face(run.Bold);
        if (font.WidthOf(run.Text.TrimEnd(), size) <= width)
        {
            return [run];
        }

        var pieces = new List<PdfRun>();
        string piece = "";
        foreach (var rune in run.Text.EnumerateRunes())
        {
            if (piece.Length > 0 && font.WidthOf(piece + rune, size) > width)
            {
                pieces.Add(run with { Text = piece, Width = font.WidthOf(piece, size) });
                piece = "";
            }

            piece += rune;
        }

        pieces.Add(run with { Text = piece, Width = font.WidthOf(piece, size) });
        return pieces;
    }

    // Each word with the blanks behind it.
    private static IEnumerable<string> Parts(string text)
    {
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] != ' ' && text[i - 1] == ' '))
            {
                yield return text[start..i];
                start = i;
            }
        }
    }
}

/// <summary>A word or a part of it, as it stands in a line.</summary>
internal sealed record PdfRun(string Text, bool Bold, string? Anchor, string? Url, decimal Width);

/// <summary>A line of runs.</summary>
internal sealed class PdfLine
{
    private readonly List<PdfRun> _runs = [];

    public IReadOnlyList<PdfRun> Runs => _runs;

    public decimal Width { get; private set; }

    public void Add(PdfRun run)
    {
        _runs.Add(run);
        Width += run.Width;
    }
}
