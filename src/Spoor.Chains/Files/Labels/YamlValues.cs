using System.Text.Json;
using Spoor.Labels;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Spoor.Chains.Files.Labels;

/// <summary>Reads the values of a pack: text, lists of text, and mappings, which become JSON.</summary>
internal sealed class YamlValues(Parser events, LabelSheet sheet)
{
    private const int MaxDepth = 16;

    /// <summary>The value that comes next.</summary>
    /// <exception cref="LabelFileException">It is a reference, an inclusion, or nested too deep.</exception>
    public YamlCell Read(string key)
    {
        long line = events.Current!.Start.Line;
        RefuseReference(key);
        if (events.TryConsume<Scalar>(out var scalar))
        {
            string text = TextOf(scalar);
            return new(text, line, IsPlain(scalar), text.Length > 0 ? [text] : []);
        }

        if (events.TryConsume<SequenceStart>(out _))
        {
            List<string> items = [];
            while (!events.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ItemOf(key));
            }

            return new(string.Join(", ", items), line, IsPlain: false, items);
        }

        string json = LabelContext.Compact(writer => WriteJson(writer, key, MaxDepth));
        return new(json, line, IsPlain: false, [json]);
    }

    private string ItemOf(string key)
    {
        RefuseReference(key);
        return events.TryConsume<Scalar>(out var item) ? TextOf(item) : LabelContext.Compact(writer => WriteJson(writer, key, MaxDepth));
    }

    private void WriteJson(Utf8JsonWriter json, string key, int depthLeft)
    {
        RefuseReference(key);
        if (depthLeft == 0)
        {
            throw sheet.Broken(events.Current!.Start.Line, key, $"at most {MaxDepth} levels", "more");
        }

        if (events.TryConsume<Scalar>(out var scalar))
        {
            json.WriteStringValue(TextOf(scalar));
        }
        else if (events.TryConsume<SequenceStart>(out _))
        {
            json.WriteStartArray();
            while (!events.TryConsume<SequenceEnd>(out _))
            {
                WriteJson(json, key, depthLeft - 1);
            }

            json.WriteEndArray();
        }
        else
        {
            WriteObject(json, key, depthLeft);
        }
    }

    private void WriteObject(Utf8JsonWriter json, string key, int depthLeft)
    {
        events.Consume<MappingStart>();
        json.WriteStartObject();
        while (!events.TryConsume<MappingEnd>(out _))
        {
            RefuseReference(key);
            json.WritePropertyName(events.Consume<Scalar>().Value);
            WriteJson(json, key, depthLeft - 1);
        }

        json.WriteEndObject();
    }

    private void RefuseReference(string key)
    {
        var next = events.Current!;
        if (next is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw sheet.Broken(next.Start.Line, key, "the value itself", "an anchor or a reference to one");
        }

        if (next is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag } && tag.Value.StartsWith('!'))
        {
            throw sheet.Broken(next.Start.Line, key, "the fields themselves; other files are not included, copy them into this one", tag.Value);
        }
    }

    private static bool IsPlain(Scalar scalar) => scalar.Style == ScalarStyle.Plain;

    // An empty value, as YAML knows it.
    private static string TextOf(Scalar scalar) =>
        IsPlain(scalar) && scalar.Value is "~" or "null" or "Null" or "NULL" ? "" : scalar.Value;
}
