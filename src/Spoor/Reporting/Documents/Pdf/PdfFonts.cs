using System.Globalization;
using System.Text;

namespace Spoor.Reporting.Documents.Pdf;

/// <summary>The two faces of a report, and texts as they can show them.</summary>
internal static class PdfFonts
{
    public static readonly TrueTypeFont Regular = TrueTypeFont.Embedded("DejaVuSansCondensed");

    public static readonly TrueTypeFont Bold = TrueTypeFont.Embedded("DejaVuSansCondensed-Bold");

    public static TrueTypeFont Face(bool bold) => bold ? Bold : Regular;

    /// <summary>A text whose every letter the fonts have; another letter is written as its number.</summary>
    public static string Shown(string visible)
    {
        var shown = new StringBuilder(visible.Length);
        foreach (var rune in visible.EnumerateRunes())
        {
            shown.Append(Regular.GlyphOf(rune) is not null && Bold.GlyphOf(rune) is not null ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩"));
        }

        return shown.ToString();
    }

    /// <summary>The glyphs of a text in hexadecimal digits.</summary>
    public static string Encoded(string shown, bool bold) =>
        string.Concat(shown.EnumerateRunes().Select(rune => (Face(bold).GlyphOf(rune) ?? 0).ToString("X4", CultureInfo.InvariantCulture)));

    /// <summary>Adds a face to a file and gives the number of its object.</summary>
    public static int AddTo(PdfFile file, TrueTypeFont font)
    {
        int program = file.Add($"<< /Length {font.Bytes.Length} /Length1 {font.Bytes.Length} >>", font.Bytes);
        int descriptor = file.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /FontDescriptor /FontName /{font.Name} /Flags 32 /FontBBox [{string.Join(' ', font.Box.Select(edge => edge.ToString(CultureInfo.InvariantCulture)))}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 729 /StemV 80 /FontFile2 {program} 0 R >>"));
        int descendant = file.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font.Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [0 [{string.Join(' ', font.Widths)}]] >>");
        byte[] letters = Encoding.ASCII.GetBytes(LettersOf(font));
        int unicode = file.Add($"<< /Length {letters.Length} >>", letters);
        return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{font.Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    // Which letter each glyph is, so that text can be selected and searched (ISO 32000-1, 9.10.3).
    private static string LettersOf(TrueTypeFont font)
    {
        var text = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in font.Glyphs.DistinctBy(pair => pair.Glyph).OrderBy(pair => pair.Glyph).Chunk(100))
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (letter, glyph) in part)
            {
                text.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{letter:X4}>\n");
            }

            text.Append("endbfchar\n");
        }

        return text.Append("endcmap CMapName currentdict /CMap defineresource pop end end\n").ToString();
    }
}
