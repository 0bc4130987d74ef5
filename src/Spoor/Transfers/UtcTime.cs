using System.Globalization;

namespace Spoor.Transfers;

/// <summary>Moments as people and programs write them for Spoor: ISO 8601 in UTC and nothing else, since a guessed day is worse than none.</summary>
public static class UtcTime
{
    /// <summary>What a message says that it expected.</summary>
    public const string Expected = "a time in UTC such as 2023-09-12T13:21:00Z";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    public static bool TryParse(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
