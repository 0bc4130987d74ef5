using System.Buffers;

namespace Spoor.Response.Compensation;

/// <summary>Names of customers, assets and references: one word of plain characters, so that none can be mistaken, hidden or run as a formula.</summary>
public static class PlainName
{
    /// <summary>Enough for a UUID or a SHA-256 in hexadecimal digits.</summary>
    public const int MaxLength = 64;

    public const string Expected = "1 to 64 letters, digits or the signs . _ : / @ + -, beginning with a letter or a digit";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> Beginnings = SearchValues.Create(Letters);
    private static readonly SearchValues<char> Characters = SearchValues.Create(Letters + "._:/@+-");

    public static bool IsValid(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= MaxLength && Beginnings.Contains(name[0]) && !name.ContainsAnyExcept(Characters);
}
