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
    private const int MaxLength = 20_000;

    /// <summary>JSON without blanks; text that is no JSON becomes a JSON string; empty stays empty.</summary>
    /// <returns>False when it is too long, too deep, or holds half a character.</returns>
    public static bool TryNormalise(string text, out string context)
    {
        context = "";
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return true;
        }

        if (trimmed.Length > MaxLength)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(trimmed);
            context = Compact(json.RootElement.WriteTo);
            return true;
        }
        catch (JsonException)
        {
            context = Compact(writer => writer.WriteStringValue(trimmed));
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escape for half a character, which no text can hold.
            return false;
        }
    }

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
}
