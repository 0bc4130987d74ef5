using System.Globalization;
using Spoor.Incidents;
using YamlDotNet.RepresentationModel;

namespace Spoor.Chains.Files;

/// <summary>A mapping of a YAML file whose every fault is noted with its line.</summary>
internal sealed class YamlEntry
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly string _file;
    private readonly FileNotes _notes;

    public YamlEntry(string file, YamlMappingNode node, FileNotes notes)
    {
        _file = file;
        _notes = notes;
        Line = node.Start.Line;
        foreach (var (key, value) in node.Children)
        {
            string name = notes.Printable(file, key.Start.Line, "key", key is YamlScalarNode { Value: { } text } ? text : key.ToString());
            _values[name] = value;
            _lines[name] = key.Start.Line;
        }
    }

    public long Line { get; }

    /// <summary>The keys, in the order of the file.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The line of a key, or of the entry where it is missing.</summary>
    public long LineOf(string key) => _lines.GetValueOrDefault(key, Line);

    public void Fault(string key, string message) => _notes.Fault(_file, LineOf(key), $"{key}: {message}");

    public void Warn(string key, string message) => _notes.Warn(_file, LineOf(key), $"{key}: {message}");

    /// <summary>The text of a key that may be missing; empty when it is.</summary>
    public string Optional(string key)
    {
        switch (Find(key))
        {
            case null:
                return "";
            case YamlScalarNode scalar:
                return _notes.Printable(_file, LineOf(key), key, scalar.Value ?? "");
            default:
                Fault(key, "expected text, found a list or a mapping.");
                return "";
        }
    }

    public string Required(string key)
    {
        string text = Optional(key);
        if (text.Length == 0)
        {
            Missing(key);
        }

        return text;
    }

    public StatedTime? OptionalTime(string key) => Optional(key) is { Length: > 0 } text ? TimeOf(key, text) : null;

    public StatedTime Time(string key) => Required(key) is { Length: > 0 } text ? TimeOf(key, text) : default;

    public DateOnly? OptionalDay(string key) => Optional(key) is { Length: > 0 } text ? DayOf(key, text) : null;

    public DateOnly Day(string key) => Required(key) is { Length: > 0 } text ? DayOf(key, text) : default;

    /// <summary>A whole number of dollars, above zero.</summary>
    public long Dollars(string key)
    {
        string text = Required(key);
        if (text.Length > 0 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long usd) && usd > 0)
        {
            return usd;
        }

        if (text.Length > 0)
        {
            Fault(key, $"expected a whole number of dollars above 0 without separators, found '{text}'.");
        }

        return 0;
    }

    /// <summary>The texts of a list that may be missing.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var items = Items(key).ToList();
        foreach (var item in items.Where(item => item is not YamlScalarNode { Value.Length: > 0 }))
        {
            _notes.Fault(_file, item.Start.Line, $"{key}: expected text, found something else.");
        }

        return [.. items.OfType<YamlScalarNode>().Select(item => item.Value ?? "")];
    }

    /// <summary>The mapping of a key that may be missing.</summary>
    public YamlEntry? Entry(string key)
    {
        var found = Find(key);
        if (found is YamlMappingNode mapping)
        {
            return new(_file, mapping, _notes);
        }

        if (found is not null)
        {
            Fault(key, "expected keys and values, found something else.");
        }

        return null;
    }

    /// <summary>The mappings of a list that may be missing.</summary>
    public IEnumerable<YamlEntry> Entries(string key)
    {
        foreach (var item in Items(key).TakeWhile(_ => !_notes.IsFull))
        {
            if (item is YamlMappingNode mapping)
            {
                yield return new(_file, mapping, _notes);
            }
            else
            {
                _notes.Fault(_file, item.Start.Line, $"{key}: expected keys and values, found something else.");
            }
        }
    }

    /// <summary>Notes every key that nobody asked for.</summary>
    public void Close()
    {
        foreach (string key in _values.Keys.Where(key => !_asked.Contains(key)))
        {
            _notes.Fault(_file, LineOf(key), $"expected one of {string.Join(", ", _asked.Order(StringComparer.Ordinal))}, found the key '{key}'{NearNames.Hint(key, _asked)}");
        }
    }

    public void Missing(string key) => _notes.Fault(_file, LineOf(key), $"expected a key '{key}' with a value, found none.");

    private IEnumerable<YamlNode> Items(string key)
    {
        var found = Find(key);
        if (found is YamlSequenceNode list)
        {
            return list.Children;
        }

        if (found is not null)
        {
            Fault(key, "expected a list, found something else.");
        }

        return [];
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _values.GetValueOrDefault(key);
    }

    private StatedTime TimeOf(string key, string text)
    {
        if (!StatedTime.TryParse(text, out var time))
        {
            Fault(key, $"expected a time such as 2023-09-12T13:20:59Z, 2023-09-12T13:20Z or 2023-09-12, found '{text}'.");
        }

        return time;
    }

    private DateOnly DayOf(string key, string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Fault(key, $"expected a day such as 2023-09-12, found '{text}'.");
        }

        return day;
    }
}
