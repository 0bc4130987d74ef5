using System.Globalization;

namespace Spoor.Reporting;

/// <summary>Chances in millionths as people read them.</summary>
public static class PerMillionText
{
    private const long InPerMille = 1_000;

    /// <summary>Per cent with one digit, cut and not rounded, so that nothing becomes certain; below a tenth, <c>&lt;0.1 %</c>.</summary>
    public static string Percent(long perMillion)
    {
        long perMille = perMillion / InPerMille;
        return perMille == 0 && perMillion > 0 ? "<0.1 %" : string.Create(CultureInfo.InvariantCulture, $"{perMille / 10}.{perMille % 10} %");
    }
}
