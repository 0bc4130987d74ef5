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
    public IEnumerable<Table> Tables => Pieces.OfType<Piece.Grid>().Select(piece => piece.Table);

    /// <summary>Every figure, in order.</summary>
    public IEnumerable<Figure> Figures => Pieces.OfType<Piece.Picture>().Select(piece => piece.Figure);

    private IEnumerable<Piece> Pieces => Sections.SelectMany(section => section.Pieces.Concat(section.Parts.SelectMany(part => part.Pieces)));
}

/// <summary>A section with its heading, and the parts it has.</summary>
/// <param name="Id">What references lead to: letters, digits and hyphens of our own making, never a text from outside.</param>
public sealed record Section(string Id, string Title, IReadOnlyList<Piece> Pieces)
{
    /// <summary>One level down; parts of parts are not shown.</summary>
    public IReadOnlyList<Section> Parts { get; init; } = [];
}

/// <summary>A drawing with what a reader who does not see it needs.</summary>
/// <param name="Id">Names its file.</param>
public sealed record Figure(string Id, string Caption, Drawing Drawing);
