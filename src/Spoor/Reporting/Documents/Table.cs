namespace Spoor.Reporting.Documents;

/// <summary>A table; the document shows its first rows, its CSV has all.</summary>
/// <param name="Id">What references lead to, and what its CSV file is called.</param>
public sealed record Table(string Id, string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows)
{
    /// <summary>Rows beyond this are only in the CSV.</summary>
    public const int MaxShown = 200;

    public IEnumerable<Row> Shown => Rows.Take(MaxShown);

    /// <summary>What is said below a table of which not all is shown; null where all is.</summary>
    public string? More => Rows.Count > MaxShown
        ? $"The first {NumberText.Of(MaxShown)} of {NumberText.Of(Rows.Count)} rows; tables/{Id}.csv has all."
        : null;
}

/// <param name="IsNumber">Stands at the right.</param>
public sealed record Column(string Title, bool IsNumber = false)
{
    public static implicit operator Column(string title) => title.StartsWith('>') ? new(title[1..], true) : new(title);
}

/// <param name="Anchor">What references lead to; null where nothing does.</param>
public sealed record Row(IReadOnlyList<Cell> Cells, string? Anchor = null);

/// <summary>What stands in one place of a table.</summary>
public sealed record Cell(params IReadOnlyList<Words> Text)
{
    public static readonly Cell Empty = new();

    public static implicit operator Cell(string text) => new((Words)text);

    public static implicit operator Cell(Words words) => new(words);

    /// <summary>Without what makes it stand out or leads elsewhere, and nothing shortened.</summary>
    public string Plain => string.Concat(Text.Select(words => words is Words.Reference reference ? reference.Whole : words.Text));
}
