using System.Globalization;

namespace Spoor.Attribution;

/// <summary>Numbers and days as sentences hold them.</summary>
public static class Written
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>98.1 %</c>; never 0 or 100, which would claim certainty.</summary>
    public static string Percent(decimal probability) => probability switch
    {
        > 0.9995m => "over 99.9 %",
        < 0.0005m => "under 0.1 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{probability * 100:0.0} %"),
    };

    /// <summary>A ratio from its logarithm to base ten: <c>1,000 to 1</c>; below 1 turned round, <c>1 to 10</c>.</summary>
    public static string Ratio(decimal log10)
    {
        string number = LogOdds.Ratio(decimal.Abs(log10)).ToString("#,0.##", CultureInfo.InvariantCulture);
        return log10 < 0 ? $"1 to {number}" : $"{number} to 1";
    }

    /// <summary>With its sign: <c>+3.00</c>.</summary>
    public static string WithSign(decimal log10) => log10.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>No longer than so many characters: the middle gives way to an ellipsis, since the end of a line often holds its figure.</summary>
    public static string Shortened(string text, int room)
    {
        const int End = 12;
        if (text.Length <= room)
        {
            return text;
        }

        // Never half of a pair that makes one character.
        int cut = char.IsHighSurrogate(text[room - End - 2]) ? room - End - 2 : room - End - 1;
        int rest = char.IsLowSurrogate(text[^End]) ? End - 1 : End;
        return $"{text[..cut]}…{text[^rest..]}";
    }

    /// <summary>The first letter as a capital.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
