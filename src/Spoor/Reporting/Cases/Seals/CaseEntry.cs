using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>One file inside a case file.</summary>
public sealed partial record CaseEntry(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Longer names only serve to harm whoever unpacks them.</summary>
    public const int MaxName = 200;

    /// <summary>Lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content.Span));

    public TextReader OpenText() => new StreamReader(OpenBytes(), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);

    public Stream OpenBytes() => new MemoryStream(Content.ToArray(), writable: false);

    /// <summary>Whether a name can lie in a case file: plain letters, no way out of the folder it is unpacked to.</summary>
    public static bool IsName(string name) => name.Length <= MaxName && Plain().IsMatch(name);

    /// <summary>A text as one part of a name: what is no plain letter is written as <c>%</c> and two hex digits, byte by byte of its UTF-8.</summary>
    public static string PartOf(string text)
    {
        var part = new StringBuilder();
        foreach (byte one in Encoding.UTF8.GetBytes(text))
        {
            char letter = (char)one;
            bool isPlain = char.IsAsciiLetterOrDigit(letter) || letter is '_' || (letter is '-' or '.' && part.Length > 0);
            part.Append(isPlain ? letter.ToString() : $"%{one:X2}");
        }

        return part.ToString();
    }

    /// <summary>The text that became a part of a name.</summary>
    public static string TextOf(string part) => Uri.UnescapeDataString(part);

    [GeneratedRegex(@"^[A-Za-z0-9_%][A-Za-z0-9_%.-]*(/[A-Za-z0-9_%][A-Za-z0-9_%.-]*){0,5}\z")]
    private static partial Regex Plain();
}
