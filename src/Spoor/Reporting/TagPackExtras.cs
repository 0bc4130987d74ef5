using System.Globalization;
using System.Text.Json;
using Spoor.Labels;

namespace Spoor.Reporting;

/// <summary>Puts into a tag's context what a TagPack has no key for, and takes out what it has one for.</summary>
internal static class TagPackExtras
{
    /// <param name="creator">The author that the header of the pack names.</param>
    /// <param name="origins">Whom the source of the label repeats.</param>
    public static (string Context, string TagType) Pack(Label label, string creator, IReadOnlyList<string> origins)
    {
        var (context, tagType) = SplitTagType(label.Context);
        return (Merge(context, new(ExtrasOf(label, creator), origins)), tagType);
    }

    private static List<(string Key, string Value)> ExtrasOf(Label label, string creator)
    {
        List<(string Key, string Value)> extras = [];
        if (label.Learned != label.Observed)
        {
            extras.Add(("learned", label.Learned.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        if (label.Tlp != Tlp.Clear)
        {
            extras.Add(("tlp", TlpText.Of(label.Tlp)));
        }

        if (label.Author != creator)
        {
            extras.Add(("author", label.Author));
        }

        if (label.Subject is LabelSubject.OfAddress { Chain: null })
        {
            extras.Add(("chain", "any"));
        }

        return extras;
    }

    // Only where the reader would put it back to the same place: as the last and only member of its name.
    private static (string Context, string TagType) SplitTagType(string context)
    {
        var members = MembersOf(context);
        if (members is not [.., { Name: "tag_type", Value.ValueKind: JsonValueKind.String } last]
            || members.Count(member => member.Name == "tag_type") > 1
            || !LabelContext.TagTypes.Contains(last.Value.GetString()!))
        {
            return (context, "");
        }

        string rest = members.Count == 1 ? "" : LabelContext.Compact(json => WriteObject(json, members.SkipLast(1), Extras.None));
        return (rest, last.Value.GetString()!);
    }

    private static string Merge(string context, Extras extras)
    {
        var members = MembersOf(context);
        bool isTaken = members.Exists(member => member.Name == "spoor");
        if (extras.IsEmpty && !isTaken)
        {
            return context;
        }

        return members.Count > 0 && !isTaken
            ? LabelContext.Compact(json => WriteObject(json, members, extras))
            : LabelContext.Compact(json => WriteAround(json, context, extras));
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<JsonProperty> members, Extras extras)
    {
        json.WriteStartObject();
        foreach (var member in members)
        {
            member.WriteTo(json);
        }

        if (!extras.IsEmpty)
        {
            json.WriteStartObject("spoor");
            extras.Write(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // A context that is no object, or holds "spoor" of its own, is kept whole inside ours.
    private static void WriteAround(Utf8JsonWriter json, string context, Extras extras)
    {
        json.WriteStartObject();
        json.WriteStartObject("spoor");
        extras.Write(json);
        if (context.Length > 0)
        {
            json.WritePropertyName("context");
            json.WriteRawValue(context);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static List<JsonProperty> MembersOf(string context)
    {
        if (!context.StartsWith('{'))
        {
            return [];
        }

        using var json = JsonDocument.Parse(context);
        return [.. json.RootElement.Clone().EnumerateObject()];
    }

    private sealed record Extras(IReadOnlyList<(string Key, string Value)> Words, IReadOnlyList<string> DerivedFrom)
    {
        public static readonly Extras None = new([], []);

        public bool IsEmpty => Words.Count + DerivedFrom.Count == 0;

        public void Write(Utf8JsonWriter json)
        {
            foreach (var (key, value) in Words)
            {
                json.WriteString(key, value);
            }

            if (DerivedFrom.Count > 0)
            {
                json.WriteStartArray("derived_from");
                DerivedFrom.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }
        }
    }
}
