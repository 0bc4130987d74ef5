using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Spoor.Chains.Files.Labels;

/// <summary>A TagPack or ActorPack as it stands in its file: a header, and a list of entries.</summary>
/// <remarks>
/// Read event by event, so that every value keeps its line and nothing is built that the file does not hold: anchors,
/// which let a few lines unfold into gigabytes, are refused, and so is <c>!include</c>, which would open other files.
/// </remarks>
internal sealed class YamlPack
{
    private readonly LabelSheet _sheet;
    private readonly Parser _events;
    private readonly YamlValues _values;
    private readonly string _list;

    private YamlPack(TextReader text, LabelSheet sheet, string list)
    {
        _sheet = sheet;
        _list = list;
        _events = new(text);
        _values = new(_events, sheet);
    }

    public YamlEntry Header { get; } = new(1);

    public List<YamlEntry> Entries { get; } = [];

    /// <param name="list">The key of the list of entries: <c>tags</c> or <c>actors</c>.</param>
    /// <exception cref="LabelFileException">Not YAML, or nothing like a pack.</exception>
    public static YamlPack Read(TextReader text, LabelSheet sheet, string list)
    {
        var pack = new YamlPack(text, sheet, list);
        try
        {
            pack.ReadRoot();
            return pack;
        }
        catch (YamlException failure)
        {
            throw sheet.Broken(failure.Start.Line, "YAML", "well-formed YAML", (failure.InnerException ?? failure).Message);
        }
    }

    private void ReadRoot()
    {
        _events.Consume<StreamStart>();
        if (!_events.TryConsume<DocumentStart>(out _) || !_events.TryConsume<MappingStart>(out _))
        {
            throw _sheet.Broken(_events.Current?.Start.Line ?? 1, "file", $"a header and a list of {_list}", "something else");
        }

        ReadMapping(Header, ReadEntries);
        _events.Consume<DocumentEnd>();
        if (_events.TryConsume<DocumentStart>(out var second))
        {
            throw _sheet.Broken(second.Start.Line, "file", "one document", "a second one after '---'");
        }
    }

    /// <param name="readList">Reads the list of entries where its key comes; null inside an entry.</param>
    private void ReadMapping(YamlEntry entry, Action? readList)
    {
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            if (!_events.TryConsume<Scalar>(out var key))
            {
                throw _sheet.Broken(_events.Current!.Start.Line, "key", "a name", "a list, a mapping or a reference");
            }

            bool isList = key.Value == _list && readList is not null;
            if (!entry.Cells.TryAdd(key.Value, new("", key.Start.Line, IsPlain: false, [])))
            {
                _sheet.Fault(key.Start.Line, key.Value, "each key once", "it a second time");
                _values.Read(key.Value);
            }
            else if (isList && _events.TryConsume<SequenceStart>(out _))
            {
                readList!();
            }
            else
            {
                entry.Cells[key.Value] = _values.Read(key.Value);
            }
        }
    }

    private void ReadEntries()
    {
        while (!_events.TryConsume<SequenceEnd>(out _))
        {
            var entry = new YamlEntry(_events.Current!.Start.Line);
            if (_events.TryConsume<MappingStart>(out _))
            {
                ReadMapping(entry, readList: null);
                Entries.Add(entry);
            }
            else
            {
                _sheet.Fault(entry.Line, _list, "an entry with keys", _values.Read(_list).Text);
            }
        }
    }
}
