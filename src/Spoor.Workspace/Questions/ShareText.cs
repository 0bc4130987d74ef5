using System.Globalization;

namespace Spoor.Workspace.Questions;

/// <summary>A share of a whole as people type it.</summary>
public static class ShareText
{
    /// <param name="text">A decimal number from 0 to 1, such as 0.001 or 1e-6.</param>
    /// <returns>Millionths.</returns>
    /// <exception cref="FormatException">Not such a share, or finer than a millionth.</exception>
    public static long PerMillion(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal share)
        && share is >= 0 and <= 1 && decimal.IsInteger(share * 1_000_000)
            ? (long)(share * 1_000_000)
            : throw new FormatException($"Expected a share from 0 to 1 in whole millionths, such as 0.001 or 1e-6, found '{text}'.");
}
