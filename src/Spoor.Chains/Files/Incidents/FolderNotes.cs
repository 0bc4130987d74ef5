namespace Spoor.Chains.Files.Incidents;

/// <summary>What is found wrong while a folder is read, and which sources its rows name.</summary>
internal sealed class FolderNotes
{
    private readonly List<(string File, long Line, string Key)> _cited = [];
    private readonly Dictionary<string, long> _listed = new(StringComparer.Ordinal);

    /// <summary>What is wrong in the files.</summary>
    public FileNotes Found { get; } = new(IncidentFiles.Names);

    public void Fault(string file, long line, string message) => Found.Fault(file, line, message);

    public void Warn(string file, long line, string message) => Found.Warn(file, line, message);

    /// <inheritdoc cref="FileNotes.Printable"/>
    public string Printable(string file, long line, string field, string text) => Found.Printable(file, line, field, text);

    /// <summary>Notes which sources a row names: keys separated by semicolons.</summary>
    public string Cite(string file, long line, string keys)
    {
        _cited.AddRange(keys.Split(';').Where(key => key.Length > 0).Select(key => (file, line, key)));
        return keys;
    }

    /// <summary>Notes which sources a key of <c>incident.yaml</c> names.</summary>
    public string Cite(YamlEntry entry, string key) => Cite(IncidentFiles.Incident, entry.LineOf(key), entry.Required(key));

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
}
