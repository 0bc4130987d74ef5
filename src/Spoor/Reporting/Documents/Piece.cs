namespace Spoor.Reporting.Documents;

/// <summary>A piece of a section.</summary>
public abstract record Piece
{
    private Piece()
    {
    }

    /// <summary>Text that runs on.</summary>
    public sealed record Paragraph(params IReadOnlyList<Words> Text) : Piece;

    /// <summary>Text that must not be missed.</summary>
    public sealed record Warning(params IReadOnlyList<Words> Text) : Piece;

    /// <summary>Points without an order.</summary>
    public sealed record Points(IReadOnlyList<IReadOnlyList<Words>> Items) : Piece
    {
        public static Points Of(IEnumerable<string> items) => new([.. items.Select(item => (IReadOnlyList<Words>)[item])]);
    }

    public sealed record Grid(Table Table) : Piece;

    public sealed record Picture(Figure Figure) : Piece;
}
