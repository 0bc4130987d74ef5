using System.Globalization;
using System.Text;

namespace Spoor.Workspace.Importing;

/// <summary>The name of a file that somebody sends: it becomes a name on this disk, and stands in reports and sources.</summary>
public static class ImportName
{
    // File systems allow 255 bytes; some room is left for what is put behind.
    private const int MaxBytes = 200;

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    /// <returns>The name as it was given.</returns>
    /// <exception cref="FormatException">It could be more than a name, or could not be shown as it is.</exception>
    public static string Checked(string? name) =>
        name is not { Length: > 0 } ? throw Refused("nothing")
        : name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) >= 0 ? throw Refused(@"one of / \ : * ? "" < > | in it")
        : Encoding.UTF8.GetByteCount(name) > MaxBytes ? throw Refused($"more than {MaxBytes} bytes")
        : name.EnumerateRunes().Any(IsHidden) ? throw Refused("a character that cannot be seen")
        : name[0] is '.' or ' ' || name[^1] is '.' or ' ' ? throw Refused("a dot or a space at its beginning or end")
        : Devices.Contains(name.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase) ? throw Refused("the name of a device")
        : name;

    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;

    private static FormatException Refused(string found) => new($"name: expected the plain name of a file such as transfers.csv.gz, found {found}. Rename the file.");
}
