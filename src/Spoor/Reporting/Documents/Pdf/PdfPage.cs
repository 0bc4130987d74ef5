using System.Globalization;
using System.Text;

namespace Spoor.Reporting.Documents.Pdf;

/// <summary>A page under the pen: A4 across, lengths in points from the upper left corner.</summary>
internal sealed class PdfPage
{
    public const decimal Width = 842;
    public const decimal Height = 595;

    private readonly StringBuilder _content = new();

    /// <summary>Where words lead: the rectangle from the left, top, to the right, bottom, and an anchor or an address.</summary>
    public List<(decimal X1, decimal Y1, decimal X2, decimal Y2, string? Anchor, string? Url)> Links { get; } = [];

    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    /// <param name="y">Of the base line.</param>
    public void Text(string shown, bool bold, decimal size, PdfColour colour, decimal x, decimal y) =>
        _content.Append(CultureInfo.InvariantCulture, $"BT {colour} rg /{(bold ? "B" : "R")} {Number(size)} Tf 1 0 0 1 {Number(x)} {Number(Height - y)} Tm <{PdfFonts.Encoded(shown, bold)}> Tj ET\n");

    public void Line(PdfColour colour, decimal width, decimal x1, decimal y1, decimal x2, decimal y2) =>
        _content.Append(CultureInfo.InvariantCulture, $"{colour} RG {Number(width)} w {Number(x1)} {Number(Height - y1)} m {Number(x2)} {Number(Height - y2)} l S\n");

    public void Rectangle(PdfColour? fill, PdfColour? stroke, bool dashed, decimal x, decimal y, decimal width, decimal height)
    {
        Begin(fill, stroke, dashed);
        _content.Append(CultureInfo.InvariantCulture, $"{Number(x)} {Number(Height - y - height)} {Number(width)} {Number(height)} re ");
        End(fill, stroke, dashed);
    }

    public void Polygon(PdfColour fill, IEnumerable<(decimal X, decimal Y)> corners)
    {
        Begin(fill, null, false);
        _content.AppendJoin(' ', corners.Select((corner, i) => $"{Number(corner.X)} {Number(Height - corner.Y)} {(i == 0 ? "m" : "l")}")).Append(" h ");
        End(fill, null, false);
    }

    /// <summary>A curve that leaves and arrives level at each of its points.</summary>
    public void Band(PdfColour colour, decimal width, bool dashed, IReadOnlyList<(decimal X, decimal Y)> points)
    {
        Begin(null, colour, dashed);
        _content.Append(CultureInfo.InvariantCulture, $"{Number(width)} w {Number(points[0].X)} {Number(Height - points[0].Y)} m ");
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            string middle = Number((from.X + to.X) / 2);
            _content.Append(CultureInfo.InvariantCulture, $"{middle} {Number(Height - from.Y)} {middle} {Number(Height - to.Y)} {Number(to.X)} {Number(Height - to.Y)} c ");
        }

        End(null, colour, dashed);
    }

    private void Begin(PdfColour? fill, PdfColour? stroke, bool dashed)
    {
        _content.Append(fill is { } inside ? $"{inside} rg " : "").Append(stroke is { } line ? $"{line} RG 0.5 w " : "").Append(dashed ? "[4 3] 0 d " : "");
    }

    private void End(PdfColour? fill, PdfColour? stroke, bool dashed) =>
        _content.Append((fill is not null, stroke is not null) switch { (true, true) => "B", (true, false) => "f", _ => "S" }).Append(dashed ? " [] 0 d\n" : "\n");

    private static string Number(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A colour as parts of 255.</summary>
internal readonly record struct PdfColour(int Rgb)
{
    public static readonly PdfColour Ink = new(0x1A1A1A);

    public static readonly PdfColour Faint = new(0x595959);

    public static readonly PdfColour Rule = new(0xCFD4DA);

    public static readonly PdfColour Link = new(0x1B4F99);

    public static readonly PdfColour Warning = new(0x8A2F12);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part(Rgb >> 16)} {Part(Rgb >> 8)} {Part(Rgb)}");

    private static string Part(int shifted) => decimal.Round((shifted & 0xFF) / 255m, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
