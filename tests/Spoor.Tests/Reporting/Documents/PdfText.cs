using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Spoor.Tests.Reporting.Documents;

/// <summary>What a reader can select in a PDF of ours: the letters behind the glyphs, by the tables in the file itself.</summary>
internal sealed partial record PdfText(string Raw, string Words)
{
    public static PdfText Of(byte[] bytes)
    {
        string raw = Encoding.Latin1.GetString(bytes);
        var faces = Map().Matches(raw).Select(map => Pair().Matches(map.Value).ToDictionary(pair => pair.Groups[1].Value, pair => (char)int.Parse(pair.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ToList();
        var words = new StringBuilder();
        foreach (Match shown in Shown().Matches(raw))
        {
            var face = faces[shown.Groups[1].Value == "B" ? 1 : 0];
            words.Append(string.Concat(shown.Groups[2].Value.Chunk(4).Select(glyph => face.GetValueOrDefault(new string(glyph), '?'))));
        }

        return new(raw, words.ToString());
    }

    [GeneratedRegex("begincmap.*?endcmap", RegexOptions.Singleline)]
    private static partial Regex Map();

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]{4})>")]
    private static partial Regex Pair();

    [GeneratedRegex("/([RB]) [0-9.]+ Tf [^<]*<([0-9A-F]*)> Tj")]
    private static partial Regex Shown();
}
