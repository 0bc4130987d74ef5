namespace Spoor.Reporting.Documents.Pdf;

/// <summary>Pages filled from top to bottom, with where every anchor came to stand.</summary>
internal sealed class PdfSheet
{
    public const decimal Left = 36;
    public const decimal Right = PdfPage.Width - 36;
    public const decimal Top = 42;
    public const decimal Bottom = PdfPage.Height - 42;

    private readonly List<PdfPage> _pages = [new()];

    public IReadOnlyList<PdfPage> Pages => _pages;

    public PdfPage Page => _pages[^1];

    public decimal Y { get; set; } = Top;

    public decimal Room => Bottom - Y;

    public bool IsFresh => Y <= Top;

    /// <summary>By anchor: the page, from 0, and the height on it.</summary>
    public Dictionary<string, (int Page, decimal Y)> Anchors { get; } = new(StringComparer.Ordinal);

    public List<(int Level, string Title, string Anchor)> Headings { get; } = [];

    public void Turn()
    {
        _pages.Add(new());
        Y = Top;
    }

    /// <summary>Begins a page where less than so much is left of this one.</summary>
    public void Keep(decimal height)
    {
        if (Room < height && !IsFresh)
        {
            Turn();
        }
    }

    public void Mark(string anchor) => Anchors.TryAdd(Anchor.Checked(anchor), (_pages.Count - 1, Y));

    /// <summary>Text that runs on over the end of a page.</summary>
    public void Write(IReadOnlyList<PdfLine> lines, decimal size, PdfColour colour, decimal x)
    {
        foreach (var line in lines)
        {
            Keep(size * 1.4m);
            Write(line, size, colour, x, Y + size);
            Y += size * 1.4m;
        }
    }

    /// <param name="y">Of the base line.</param>
    public void Write(PdfLine line, decimal size, PdfColour colour, decimal x, decimal y)
    {
        foreach (var run in line.Runs)
        {
            bool leads = run.Anchor is not null || run.Url is not null;
            Page.Text(run.Text, run.Bold, size, leads ? PdfColour.Link : colour, x, y);
            if (leads)
            {
                Page.Links.Add((x, y - size, x + run.Width, y + (size / 4), run.Anchor, run.Url));
            }

            x += run.Width;
        }
    }
}
