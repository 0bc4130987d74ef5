using System.Globalization;
using System.Text;
using Spoor.Reporting;
using Spoor.Reporting.Documents;
using Spoor.Reporting.Documents.Pdf;

namespace Spoor.Tests.Reporting.Documents;

public sealed class DocumentOutputTests
{
    [Fact]
    public void No_text_makes_markup_a_link_or_a_script_in_html() => Harmless.Html(HtmlWriter.Of(HostileText.Document));

    [Fact]
    public void No_text_makes_markup_or_a_link_in_markdown() => Harmless.Markdown(MarkdownWriter.Of(HostileText.Document));

    [Fact]
    public void No_cell_is_a_formula() => Assert.All(HostileText.Document.Tables, table =>
    {
        using var csv = new StringWriter();
        TableCsv.Write(table, csv);
        Harmless.Csv(csv.ToString());
    });

    [Theory]
    [InlineData("-12.50", "-12.50")]
    [InlineData("+1,234", "\"+1,234\"")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("=1", "'=1")]
    [InlineData(" @x", "' @x")]
    [InlineData("plain", "plain")]
    public void A_number_with_a_sign_stays_a_number_in_csv(string cell, string written)
    {
        using var csv = new StringWriter();
        TableCsv.Write(new("t", "t", ["c"], [new([cell])]), csv);

        Assert.Equal($"c\n{written}\n", csv.ToString());
    }

    [Fact]
    public void No_figure_holds_more_than_shapes_and_texts() => Assert.All(HostileText.Document.Figures, figure => Harmless.Svg(SvgText.Of(figure.Drawing)));

    [Fact]
    public void A_pdf_holds_its_texts_and_nothing_that_acts()
    {
        var pdf = PdfText.Of(PdfWriter.Of(HostileText.Document));

        Assert.Contains("<script>alert(1)</script>", pdf.Words, StringComparison.Ordinal);
        Assert.Contains("⟨U+202E⟩", pdf.Words, StringComparison.Ordinal);
        Assert.Contains("⟨U+6F22⟩", pdf.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/JavaScript", pdf.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("/Launch", pdf.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("endobj\\", pdf.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_object_of_a_pdf_lies_where_its_table_says()
    {
        byte[] bytes = PdfWriter.Of(HostileText.Document);
        string raw = Encoding.Latin1.GetString(bytes);
        int table = int.Parse(raw[(raw.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0], CultureInfo.InvariantCulture);
        string[] lines = raw[table..].Split('\n');
        int objects = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);

        Assert.Equal("xref", lines[0]);
        Assert.All(Enumerable.Range(1, objects - 1), number => Assert.StartsWith($"{number} 0 obj\n", raw[int.Parse(lines[2 + number][..10], CultureInfo.InvariantCulture)..][..12], StringComparison.Ordinal));
        Assert.EndsWith("%%EOF\n", raw, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_refused()
    {
        var document = HostileText.Document with { Sections = [new("one", "One", [new Piece.Paragraph(Words.To("two", "two"))])] };

        Assert.Throws<InvalidOperationException>(() => PdfWriter.Of(document));
    }

    [Fact]
    public void An_anchor_is_never_made_of_a_text_from_outside() =>
        Assert.Throws<InvalidOperationException>(() => HtmlWriter.Of(HostileText.Document with { Sections = [new("\"><script>", "One", [])] }));

    [Fact]
    public void A_long_table_shows_its_first_rows_and_says_where_the_others_are()
    {
        var table = new Table("long", "Long", ["n"], [.. Enumerable.Range(1, Table.MaxShown + 1).Select(n => new Row([$"row{n}."]))]);
        var document = HostileText.Document with { Title = "t", Subtitle = "", Sections = [new("one", "One", [new Piece.Grid(table)])] };
        using var csv = new StringWriter();
        TableCsv.Write(table, csv);

        Assert.All(
            new[] { HtmlWriter.Of(document), MarkdownWriter.Of(document), PdfText.Of(PdfWriter.Of(document)).Words },
            text =>
            {
                Assert.Contains($"row{Table.MaxShown}.", text, StringComparison.Ordinal);
                Assert.DoesNotContain($"row{Table.MaxShown + 1}.", text, StringComparison.Ordinal);
                Assert.Contains("tables/long.csv", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            });
        Assert.Contains($"row{Table.MaxShown + 1}.", csv.ToString(), StringComparison.Ordinal);
    }
}
