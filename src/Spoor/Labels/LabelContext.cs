using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Spoor.Labels;

/// <summary>What a source said beside the fields of a label, as JSON in one canonical form.</summary>
/// <remarks>
/// One form, so that a label that goes out and comes back is the same label. Only ASCII is written as it is: the context
/// may reach a terminal, and an escape such as <c>\u202e</c> turns nothing there.
/// </remarks>
public static class LabelContext
{
    public const int MaxLength = 20_000;

    /// <summary>What a TagPack may say that a label names.</summary>
    public static readonly IReadOnlyList<string> TagTypes = ["actor", "event", "attribute", "mention"];

    /// <summary>JSON without blanks; text that is no JSON becomes a JSON string; empty stays empty.</summary>
    /// <param name="maxLength">The longest canonical form that is taken.</param>
    /// <returns>False when it is too long, too deep, or holds half a character.</returns>
    public static bool TryNormalise(string text, out string context, int maxLength = MaxLength)
    {
        context = "";
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return true;
        }

        if (trimmed.Length > maxLength)
        {
            return false;
        }

        try
        {
            context = Canonical(trimmed);
            return context.Length <= maxLength;
        }
        catch (InvalidOperationException)
        {
            // An escape for half a character, which no text can hold.
            return false;
        }
    }

    /// <summary>A context that also holds the <c>tag_type</c> of a TagPack, for which a label has no field.</summary>
    public static string WithTagType(string context, string tagType) => Compact(json =>
    {
        json.WriteStartObject();
        if (context.Length > 0)
        {
            using var parsed = JsonDocument.Parse(context);
            WriteMembers(json, parsed.RootElement);
        }

        json.WriteString("tag_type", tagType);
        json.WriteEndObject();
    });

    /// <summary>One JSON value without blanks, in ASCII.</summary>
    public static string Compact(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            write(json);
        }

        return Encoding.ASCII.GetString(bytes.WrittenSpan);
    }

    /// <exception cref="InvalidOperationException">A text of the value holds an escape for half a character, which no text can hold.</exception>
    public static void RefuseHalfCharacters(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    RefuseHalfCharacters(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    _ = member.Name;
                    RefuseHalfCharacters(member.Value);
                }

                break;
        }
    }

    private static string Canonical(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            RefuseHalfCharacters(json.RootElement);
            return Compact(json.RootElement.WriteTo);
        }
        catch (JsonException)
        {
            return Compact(json => json.WriteStringValue(text));
        }
    }

    // What is no object is kept under a name of its own.
    private static void WriteMembers(Utf8JsonWriter json, JsonElement context)
    {
        if (context.ValueKind != JsonValueKind.Object)
        {
            json.WritePropertyName("context");
            context.WriteTo(json);
            return;
        }

        foreach (var member in context.EnumerateObject().Where(member => !member.NameEquals("tag_type")))
        {
            member.WriteTo(json);
        }
    }
}
