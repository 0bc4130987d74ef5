using System.Globalization;

namespace Spoor.Workspace.Questions;

/// <summary>A moment as people type it.</summary>
public static class MomentText
{
    private const string DateOnly = "yyyy-MM-dd";

    /// <param name="text">ISO 8601, UTC unless it says otherwise; a date; or Unix seconds.</param>
    /// <param name="endOfDay">Whether a date alone means its last second.</param>
    /// <exception cref="FormatException">None of these.</exception>
    public static DateTimeOffset Parse(string text, bool endOfDay)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, DateOnly, CultureInfo.InvariantCulture, Utc, out var day))
        {
            return endOfDay ? day.AddDays(1).AddTicks(-1) : day;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var moment)
            ? moment
            : throw new FormatException($"Expected a time such as 2023-09-12T13:21:00Z, 2023-09-12 or 1694524860, found '{text}'.");
    }
}
