using System.Globalization;
using System.Text;

namespace Spoor.Chains.Files;

/// <summary>What is found wrong while files that people wrote are read: all of it, not the first only.</summary>
/// <param name="order">The names of the files, in the order in which their faults are told.</param>
internal sealed class FileNotes(params IReadOnlyList<string> order)
{
    // A file that is of another kind altogether would otherwise fill the screen.
    private const int MostFaults = 1000;

    private readonly string[] _order = [.. order];
    private readonly List<FileFault> _faults = [];

    /// <summary>In order of file and line.</summary>
    public IReadOnlyList<FileFault> Faults =>
    [
        .. _faults.Distinct().OrderBy(fault => Array.IndexOf(_order, fault.File)).ThenBy(fault => fault.Line)
            .ThenBy(fault => fault.Message, StringComparer.Ordinal).Take(MostFaults),
    ];

    /// <summary>Whether nothing is wrong that is more than a warning.</summary>
    public bool IsClean => _faults.TrueForAll(fault => fault.IsWarning);

    /// <summary>Whether more is wrong than anybody is told: reading on helps nobody.</summary>
    public bool IsFull => _faults.Count >= MostFaults;

    public void Fault(string file, long line, string message) => _faults.Add(new(file, line, false, Shown(message)));

    public void Warn(string file, long line, string message) => _faults.Add(new(file, line, true, Shown(message)));

    /// <summary>Text that may reach a terminal: no escape sequence, nothing invisible, nothing that turns the direction of writing.</summary>
    public string Printable(string file, long line, string field, string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }

        Fault(file, line, $"{field}: expected text without control characters or invisible formatting.");
        return "";
    }

    private static string Shown(string message) =>
        string.Concat(message.EnumerateRunes().Select(rune => IsHidden(rune) ? "\uFFFD" : rune.ToString()));

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
