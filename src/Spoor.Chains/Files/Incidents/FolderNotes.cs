using System.Globalization;
using System.Text;

namespace Spoor.Chains.Files.Incidents;

/// <summary>What is found wrong while a folder is read, and which sources its rows name.</summary>
internal sealed class FolderNotes
{
    // A file that is not an incident at all would otherwise fill the screen.
    private const int MostFaults = 1000;

    private static readonly string[] Order = [.. IncidentFiles.Names];

    private readonly List<IncidentFault> _faults = [];
    private readonly List<(string File, long Line, string Key)> _cited = [];
    private readonly Dictionary<string, long> _listed = new(StringComparer.Ordinal);

    /// <summary>In order of file and line.</summary>
    public IReadOnlyList<IncidentFault> Faults =>
    [
        .. _faults.Distinct().OrderBy(fault => Array.IndexOf(Order, fault.File)).ThenBy(fault => fault.Line)
            .ThenBy(fault => fault.Message, StringComparer.Ordinal).Take(MostFaults),
    ];

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

    /// <summary>Notes which sources a row names: keys separated by semicolons.</summary>
    public string Cite(string file, long line, string keys)
    {
        _cited.AddRange(keys.Split(';').Where(key => key.Length > 0).Select(key => (file, line, key)));
        return keys;
    }

    /// <summary>Notes which sources there are, and the line of each.</summary>
    public void List(IEnumerable<(string Key, long Line)> sources)
    {
        foreach (var (key, line) in sources)
        {
            _listed[key] = line;
        }
    }

    /// <summary>Compares what was named with what is listed.</summary>
    public void CompareSources()
    {
        foreach (var (file, line, key) in _cited.Where(one => !_listed.ContainsKey(one.Key)))
        {
            Fault(file, line, $"source: expected a key of sources in {IncidentFiles.Incident}, found '{key}'{NearNames.Hint(key, _listed.Keys)}");
        }

        var used = _cited.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, line) in _listed.Where(source => !used.Contains(source.Key)))
        {
            Warn(IncidentFiles.Incident, line, $"sources: nothing names '{key}'.");
        }
    }

    private static string Shown(string message) =>
        string.Concat(message.EnumerateRunes().Select(rune => IsHidden(rune) ? "\uFFFD" : rune.ToString()));

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
