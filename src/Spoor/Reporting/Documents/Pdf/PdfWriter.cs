using System.Globalization;
using System.Text;

namespace Spoor.Reporting.Documents.Pdf;

/// <summary>A document as PDF: text that can be selected and searched, its fonts inside, pages numbered, headings as bookmarks.</summary>
/// <remarks>Written by hand after ISO 32000-1, so that it needs no library and no font of the machine, and the same document is the same bytes.</remarks>
public sealed class PdfWriter
{
    private const decimal Body = 9.5m;
    private const decimal Column = 600;

    private readonly PdfSheet _sheet = new();
    private readonly Document _document;

    private PdfWriter(Document document) => _document = document;

    /// <summary>The whole file.</summary>
    public static byte[] Of(Document document)
    {
        var writer = new PdfWriter(document);
        writer.Heading(document.Title, 17, null, 0);
        writer.Write([document.Subtitle], PdfColour.Faint, PdfSheet.Left);
        document.Sections.ToList().ForEach(section => writer.Write(section, 1));
        return writer.Bytes();
    }

    private void Write(Section section, int level)
    {
        Heading(section.Title, level == 1 ? 13.5m : 11, section.Id, level);
        section.Pieces.ToList().ForEach(Write);
        section.Parts.ToList().ForEach(part => Write(part, level + 1));
    }

    private void Heading(string title, decimal size, string? anchor, int level)
    {
        _sheet.Y += level == 0 ? 0 : 10;
        _sheet.Keep(70);
        if (anchor is not null)
        {
            _sheet.Mark(anchor);
            _sheet.Headings.Add((level, PdfFonts.Shown(VisibleText.Of(title)), anchor));
        }

        _sheet.Write(PdfLines.Of([title], size, PdfSheet.Right - PdfSheet.Left, bold: true), size, PdfColour.Ink, PdfSheet.Left);
        _sheet.Y += 3;
    }

    private void Write(Piece piece)
    {
        switch (piece)
        {
            case Piece.Paragraph paragraph:
                Write(paragraph.Text, PdfColour.Ink, PdfSheet.Left);
                break;
            case Piece.Warning warning:
                Write([new Words.Strong("Warning:"), " ", .. warning.Text], PdfColour.Warning, PdfSheet.Left + 10);
                break;
            case Piece.Points points:
                points.Items.ToList().ForEach(item => Write(["• ", .. item], PdfColour.Ink, PdfSheet.Left + 10));
                break;
            case Piece.Grid grid:
                PdfTable.Write(_sheet, grid.Table);
                break;
            case Piece.Picture picture:
                Write(picture.Figure);
                break;
        }
    }

    private void Write(IReadOnlyList<Words> text, PdfColour colour, decimal x)
    {
        _sheet.Write(PdfLines.Of(text, Body, Column), Body, colour, x);
        _sheet.Y += 4;
    }

    private void Write(Figure figure)
    {
        decimal scale = Math.Min(0.75m, Math.Min((PdfSheet.Right - PdfSheet.Left) / figure.Drawing.Width, (PdfSheet.Bottom - PdfSheet.Top - 30) / figure.Drawing.Height));
        _sheet.Keep((figure.Drawing.Height * scale) + 26);
        _sheet.Mark(figure.Id);
        PdfDrawing.Draw(_sheet.Page, figure.Drawing, PdfSheet.Left, _sheet.Y, scale);
        _sheet.Y += (figure.Drawing.Height * scale) + 4;
        Write([figure.Caption], PdfColour.Faint, PdfSheet.Left);
    }

    private byte[] Bytes()
    {
        var file = new PdfFile();
        int catalog = file.Reserve();
        int tree = file.Reserve();
        string fonts = $"<< /Font << /R {PdfFonts.AddTo(file, PdfFonts.Regular)} 0 R /B {PdfFonts.AddTo(file, PdfFonts.Bold)} 0 R >> >>";
        List<int> pages = [.. _sheet.Pages.Select(_ => file.Reserve())];
        for (int i = 0; i < pages.Count; i++)
        {
            Fill(file, pages[i], tree, fonts, i);
        }

        file.Fill(tree, $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] /Count {pages.Count} >>");
        int outline = PdfOutline.AddTo(file, _sheet.Headings);
        string places = string.Join(' ', _sheet.Anchors.OrderBy(anchor => anchor.Key, StringComparer.Ordinal)
            .Select(anchor => string.Create(CultureInfo.InvariantCulture, $"/{anchor.Key} [{pages[anchor.Value.Page]} 0 R /XYZ 0 {PdfPage.Height - anchor.Value.Y + 6:0.#} null]")));
        file.Fill(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (en) /Outlines {outline} 0 R /PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >> /Dests << {places} >> >>");
        int information = file.Add($"<< /Title {PdfFile.TextOf(VisibleText.Of(_document.Title))} /Creator (Spoor) /Producer (Spoor) /CreationDate (D:{_document.Dated.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z) >>");
        return file.ToBytes(catalog, information);
    }

    private void Fill(PdfFile file, int number, int tree, string fonts, int page)
    {
        var sheet = _sheet.Pages[page];
        string foot = PdfFonts.Shown(VisibleText.Of($"{Attribution.Written.Shortened(_document.Title, 100)} — page {page + 1} of {_sheet.Pages.Count}"));
        sheet.Text(foot, false, 7, PdfColour.Faint, PdfSheet.Left, PdfPage.Height - 22);
        byte[] content = sheet.Content;
        int stream = file.Add($"<< /Length {content.Length} >>", content);
        string links = string.Join(' ', sheet.Links.Select(link => LinkOf(link.X1, link.Y1, link.X2, link.Y2, link.Anchor, link.Url)));
        file.Fill(number, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources {fonts} /Contents {stream} 0 R /Annots [{links}] >>"));
    }

    private string LinkOf(decimal x1, decimal y1, decimal x2, decimal y2, string? anchor, string? url)
    {
        string target = url is not null
            ? $"/A << /S /URI /URI <{Convert.ToHexString(Encoding.ASCII.GetBytes(url))}> >>"
            : _sheet.Anchors.ContainsKey(anchor!) ? $"/Dest /{Anchor.Checked(anchor!)}" : throw new InvalidOperationException($"A reference leads to '{anchor}', which is nowhere in the document.");
        return string.Create(CultureInfo.InvariantCulture, $"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [{x1:0.##} {PdfPage.Height - y2:0.##} {x2:0.##} {PdfPage.Height - y1:0.##}] {target} >>");
    }
}
