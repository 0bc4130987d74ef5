namespace Spoor.Reporting.Documents;

/// <summary>A document for people, before it is HTML, Markdown or PDF: one content, so that all three say the same.</summary>
public sealed record Document
{
    public required string Title { get; init; }

    /// <summary>One line below the title.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The day that the document speaks of, never the day on which it was written: the same content is the same bytes.</summary>
    public required DateTimeOffset Dated { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Every table, in order.</summary>
    public IEnumerable<Table> Tables => Blocks.OfType<Block.Grid>().Select(block => block.Table);

    /// <summary>Every figure, in order.</summary>
    public IEnumerable<Figure> Figures => Blocks.OfType<Block.Picture>().Select(block => block.Figure);

    private IEnumerable<Block> Blocks => Sections.SelectMany(section => section.Blocks.Concat(section.Parts.SelectMany(part => part.Blocks)));
}

/// <summary>A section with its heading, and the parts it has.</summary>
/// <param name="Id">What references lead to: letters, digits and hyphens of our own making, never a text from outside.</param>
public sealed record Section(string Id, string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>One level down; parts of parts are not shown.</summary>
    public IReadOnlyList<Section> Parts { get; init; } = [];
}

/// <summary>A drawing with what a reader who does not see it needs.</summary>
/// <param name="Id">Names its file.</param>
public sealed record Figure(string Id, string Caption, Drawing Drawing);
