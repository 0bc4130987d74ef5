namespace Spoor.Attribution;

/// <summary>Words for a likelihood ratio; never for a probability.</summary>
/// <remarks>
/// ENFSI Guideline for Evaluative Reporting in Forensic Science (2015). A ratio on the border of two words takes the weaker one;
/// a ratio below two supports neither side.
/// </remarks>
public static class VerbalScale
{
    // Logarithms to base ten; the first is that of two.
    private static readonly (decimal Above, string Words)[] Steps =
    [
        (6, "extremely strong"), (4, "very strong"), (3, "strong"), (2, "moderately strong"), (1, "moderate"), (0.30102m, "weak"),
    ];

    /// <summary>How much support: <c>moderately strong support</c>, <c>moderate support against</c>, <c>no support</c>.</summary>
    public static string Of(decimal log10)
    {
        string words = Steps.FirstOrDefault(step => decimal.Abs(log10) > step.Above).Words ?? "no";
        return words == "no" || log10 > 0 ? $"{words} support" : $"{words} support against";
    }
}
