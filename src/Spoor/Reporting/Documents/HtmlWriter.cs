using System.Text;

namespace Spoor.Reporting.Documents;

/// <summary>A document as one HTML file that needs nothing else: no script, no font, no picture and no style from elsewhere.</summary>
/// <remarks>A content policy in the file itself forbids every request, so that a reader's browser tells nobody of the case.</remarks>
public sealed class HtmlWriter
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

    // As long as a moment to the second, with some room.
    private const int LongestWhole = 24;

    private readonly StringBuilder _html = new();

    private HtmlWriter()
    {
    }

    /// <summary>The whole file; the same document gives the same bytes.</summary>
    public static string Of(Document document)
    {
        var writer = new HtmlWriter();
        writer.WriteHead(document);
        writer.WriteContents(document);
        writer._html.Append("<main id=\"main\">\n");
        foreach (var section in document.Sections)
        {
            writer.WriteSection(section, 2);
        }

        writer._html.Append("</main>\n</body>\n</html>\n");
        return writer._html.ToString();
    }

    private void WriteHead(Document document)
    {
        _html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        _html.Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        _html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        _html.Append($"<title>{HtmlText.Of(document.Title)}</title>\n<style>\n{HtmlStyle.Css}{SvgText.StyleOf([.. document.Figures.Select(figure => figure.Drawing)])}</style>\n</head>\n<body>\n");
        _html.Append("<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
        _html.Append($"<header>\n<h1>{HtmlText.Of(document.Title)}</h1>\n<p class=\"subtitle\">{HtmlText.Of(document.Subtitle)}</p>\n</header>\n");
    }

    private void WriteContents(Document document)
    {
        _html.Append("<nav aria-label=\"Contents\">\n<ol>\n");
        foreach (var section in document.Sections)
        {
            _html.Append($"<li><a href=\"#{Anchor.Checked(section.Id)}\">{HtmlText.Of(section.Title)}</a></li>\n");
        }

        _html.Append("</ol>\n</nav>\n");
    }

    private void WriteSection(Section section, int level)
    {
        _html.Append($"<section id=\"{Anchor.Checked(section.Id)}\">\n<h{level}>{HtmlText.Of(section.Title)}</h{level}>\n");
        foreach (var piece in section.Pieces)
        {
            Write(piece);
        }

        foreach (var part in section.Parts)
        {
            WriteSection(part, level + 1);
        }

        _html.Append("</section>\n");
    }

    private void Write(Piece piece)
    {
        switch (piece)
        {
            case Piece.Paragraph paragraph:
                _html.Append($"<p>{Of(paragraph.Text)}</p>\n");
                break;
            case Piece.Warning warning:
                _html.Append($"<p class=\"warning\" role=\"note\"><strong>Warning:</strong> {Of(warning.Text)}</p>\n");
                break;
            case Piece.Points points:
                _html.Append("<ul>\n").Append(string.Concat(points.Items.Select(item => $"<li>{Of(item)}</li>\n"))).Append("</ul>\n");
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
        string id = Anchor.Checked(table.Id);
        _html.Append($"<div class=\"scroll\" id=\"{id}\" role=\"region\" aria-labelledby=\"{id}-caption\" tabindex=\"0\">\n<table>\n<caption id=\"{id}-caption\">{HtmlText.Of(table.Caption)}</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            _html.Append($"<th scope=\"col\"{Side(column)}>{HtmlText.Of(column.Title)}</th>");
        }

        _html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Shown)
        {
            _html.Append(row.Anchor is { } anchor ? $"<tr id=\"{Anchor.Checked(anchor)}\">" : "<tr>");
            _html.Append(string.Concat(row.Cells.Select((cell, i) => CellOf(cell, table.Columns[i], i))));
            _html.Append("</tr>\n");
        }

        _html.Append("</tbody>\n</table>\n</div>\n");
        if (table.More is { } more)
        {
            _html.Append($"<p>{HtmlText.Of(more)}</p>\n");
        }
    }

    private static string CellOf(Cell cell, Column column, int place) => place == 0 && cell.Text.Count > 0
        ? $"<th scope=\"row\"{Side(column, cell)}>{Of(cell.Text)}</th>"
        : $"<td{Side(column, cell)}>{Of(cell.Text)}</td>";

    private static string Side(Column column) => column.IsNumber ? " class=\"number\"" : "";

    // A date or a name breaks nowhere; an address anywhere, but not into crumbs.
    private static string Side(Column column, Cell cell) =>
        column.IsNumber ? Side(column)
        : cell.Text.Any(words => words.Text.Length > LongestWhole && !words.Text.Contains(' ', StringComparison.Ordinal)) ? " class=\"long\""
        : cell.Text is [var only] && only.Text.Length > 0 && !only.Text.Contains(' ', StringComparison.Ordinal) ? " class=\"whole\""
        : "";

    private void Write(Figure figure)
    {
        string id = Anchor.Checked(figure.Id);
        _html.Append($"<figure id=\"{id}\">\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"{id}-caption\" tabindex=\"0\">\n{SvgText.Inside(figure.Drawing, id)}</div>\n<figcaption id=\"{id}-caption\">{HtmlText.Of(figure.Caption)}</figcaption>\n</figure>\n");
    }

    private static string Of(IReadOnlyList<Words> text) => string.Concat(text.Select(Of));

    private static string Of(Words words) => words switch
    {
        Words.Strong => $"<strong>{HtmlText.Of(words.Text)}</strong>",
        Words.Code => $"<code>{HtmlText.Of(words.Text)}</code>",
        Words.Reference reference => $"<a href=\"#{Anchor.Checked(reference.Anchor)}\">{HtmlText.Of(words.Text)}</a>",
        Words.Link link => $"<a href=\"{HtmlText.Whole(link.Url)}\" rel=\"noreferrer noopener\">{HtmlText.Of(words.Text)}</a>",
        _ => HtmlText.Of(words.Text),
    };
}
