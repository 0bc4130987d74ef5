using System.Text;

namespace Spoor.Reporting.Documents;

/// <summary>A document as Markdown (CommonMark with the tables of GitHub); figures are files beside it.</summary>
public sealed class MarkdownWriter
{
    private readonly StringBuilder _text = new();

    private MarkdownWriter()
    {
    }

    /// <summary>The whole file; the same document gives the same bytes.</summary>
    public static string Of(Document document)
    {
        var writer = new MarkdownWriter();
        writer._text.Append($"# {MarkdownText.Of(document.Title)}\n\n{MarkdownText.AtStart(MarkdownText.Of(document.Subtitle))}\n");
        foreach (var section in document.Sections)
        {
            writer.WriteSection(section, "##");
        }

        return writer._text.ToString();
    }

    private void WriteSection(Section section, string marks)
    {
        _text.Append($"\n<a id=\"{Anchor.Checked(section.Id)}\"></a>\n\n{marks} {MarkdownText.Of(section.Title)}\n");
        foreach (var piece in section.Pieces)
        {
            _text.Append('\n');
            Write(piece);
        }

        foreach (var part in section.Parts)
        {
            WriteSection(part, $"{marks}#");
        }
    }

    private void Write(Piece piece)
    {
        switch (piece)
        {
            case Piece.Paragraph paragraph:
                _text.Append(MarkdownText.AtStart(Of(paragraph.Text))).Append('\n');
                break;
            case Piece.Warning warning:
                _text.Append($"> **Warning:** {Of(warning.Text)}\n");
                break;
            case Piece.Points points:
                _text.Append(string.Concat(points.Items.Select(item => $"- {MarkdownText.AtStart(Of(item))}\n")));
                break;
            case Piece.Grid grid:
                Write(grid.Table);
                break;
            case Piece.Picture picture:
                Write(picture.Figure);
                break;
        }
    }

    private void Write(Table table)
    {
        _text.Append($"<a id=\"{Anchor.Checked(table.Id)}\"></a>\n\n**{MarkdownText.Of(table.Caption)}**\n\n");
        Append(table.Columns.Select(column => MarkdownText.Of(column.Title)));
        Append(table.Columns.Select(column => column.IsNumber ? "---:" : "---"));
        foreach (var row in table.Shown)
        {
            string anchor = row.Anchor is { } id ? $"<a id=\"{Anchor.Checked(id)}\"></a>" : "";
            Append(row.Cells.Select((cell, i) => i == 0 ? anchor + Of(cell.Text) : Of(cell.Text)));
        }

        if (table.More is { } more)
        {
            _text.Append($"\n{MarkdownText.Of(more)}\n");
        }
    }

    private void Write(Figure figure)
    {
        string id = Anchor.Checked(figure.Id);
        _text.Append($"<a id=\"{id}\"></a>\n\n![{MarkdownText.Of(figure.Drawing.Title)}](figures/{id}.svg)\n\n{MarkdownText.AtStart(MarkdownText.Of(figure.Caption))}\n");
    }

    private void Append(IEnumerable<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Of(IReadOnlyList<Words> text) => string.Concat(text.Select(Of));

    private static string Of(Words words) => words switch
    {
        Words.Strong => $"**{MarkdownText.Of(words.Text)}**",
        Words.Code => MarkdownText.Code(words.Text),
        Words.Reference reference => $"[{MarkdownText.Of(words.Text)}](#{Anchor.Checked(reference.Anchor)})",
        Words.Link link => $"[{MarkdownText.Of(words.Text)}](<{link.Url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal)}>)",
        _ => MarkdownText.Of(words.Text),
    };
}
