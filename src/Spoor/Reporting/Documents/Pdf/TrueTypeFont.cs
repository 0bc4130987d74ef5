using System.Buffers.Binary;
using System.Text;

namespace Spoor.Reporting.Documents.Pdf;

/// <summary>A TrueType font as far as a PDF needs it: which glyph a letter has, and how wide it is.</summary>
/// <remarks>The tables are those of the OpenType specification 1.9: head, hhea, hmtx, maxp and cmap of format 4.</remarks>
internal sealed class TrueTypeFont
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly int[] _widths;
    private readonly int _unitsPerEm;

    public TrueTypeFont(string name, byte[] bytes)
    {
        (Name, _bytes) = (name, bytes);
        for (int i = 0; i < U16(4); i++)
        {
            int record = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(bytes, record, 4)] = (int)U32(record + 8);
        }

        _unitsPerEm = U16(_tables["head"] + 18);
        _widths = ReadWidths();
        ReadCharacters();
    }

    public string Name { get; }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>In thousandths of the size of the letters, as are all lengths.</summary>
    public int Ascent => Scaled(I16(_tables["hhea"] + 4));

    public int Descent => Scaled(I16(_tables["hhea"] + 6));

    /// <summary>Left, bottom, right, top.</summary>
    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(i => Scaled(I16(_tables["head"] + 36 + (2 * i))))];

    /// <summary>By glyph.</summary>
    public IReadOnlyList<int> Widths => _widths;

    /// <summary>Letters with their glyphs, in order of letter.</summary>
    public IEnumerable<(int Letter, ushort Glyph)> Glyphs => _glyphs.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    public static TrueTypeFont Embedded(string name)
    {
        using var stream = Transfers.Embedded.Open(typeof(HtmlWriter), $"Fonts.{name}.ttf");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new(name, copy.ToArray());
    }

    /// <summary>Null where the font has no such letter.</summary>
    public ushort? GlyphOf(Rune letter) => _glyphs.TryGetValue(letter.Value, out ushort glyph) ? glyph : null;

    /// <summary>Of letters that are all in the font.</summary>
    public decimal WidthOf(string text, decimal size) => text.EnumerateRunes().Sum(rune => _widths[_glyphs.GetValueOrDefault(rune.Value)]) * size / 1000;

    private int[] ReadWidths()
    {
        int many = U16(_tables["hhea"] + 34);
        int[] widths = new int[U16(_tables["maxp"] + 4)];
        for (int glyph = 0; glyph < widths.Length; glyph++)
        {
            widths[glyph] = Scaled(U16(_tables["hmtx"] + (4 * Math.Min(glyph, many - 1))));
        }

        return widths;
    }

    private void ReadCharacters()
    {
        int cmap = _tables["cmap"];
        for (int i = 0; i < U16(cmap + 2); i++)
        {
            int table = cmap + (int)U32(cmap + 4 + (8 * i) + 4);
            if (U16(table) == 4)
            {
                ReadSegments(table);
                return;
            }
        }
    }

    private void ReadSegments(int table)
    {
        int doubled = U16(table + 6);
        for (int segment = 0; segment < doubled; segment += 2)
        {
            int end = U16(table + 14 + segment);
            int start = U16(table + 16 + doubled + segment);
            int delta = U16(table + 16 + (2 * doubled) + segment);
            int offsetAt = table + 16 + (3 * doubled) + segment;
            for (int letter = start; letter <= end && letter < 0xFFFF; letter++)
            {
                int glyph = U16(offsetAt) == 0 ? letter : U16(offsetAt + U16(offsetAt) + (2 * (letter - start)));
                Keep(letter, glyph == 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    private void Keep(int letter, int glyph)
    {
        if (glyph != 0)
        {
            _glyphs[letter] = (ushort)glyph;
        }
    }

    private int Scaled(int units) => units * 1000 / _unitsPerEm;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));
}
