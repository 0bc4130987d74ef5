using System.Text.Json;
using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>Takes out of a tag's context what a TagPack has no key for and the writer therefore put there.</summary>
/// <remarks>The form is described in <c>docs/labels.md</c>.</remarks>
internal static class TagPackContext
{
    // What the writer adds takes some room of its own.
    private const int MaxPacked = LabelContext.MaxLength + 4_000;

    /// <summary>Fills the row with what <c>context.spoor</c> says, and leaves in the context what the source said.</summary>
    /// <param name="tagType">What a tag says an address is an instance of: an actor, an event; a label has no field for it.</param>
    /// <returns>False when the context is faulty; the fault is on the sheet.</returns>
    public static bool Unpack(LabelRow row, string tagType, LabelSheet sheet)
    {
        if (!LabelContext.TryNormalise(row[LabelField.Context], out string context, MaxPacked))
        {
            sheet.Fault(row.LineOf(LabelField.Context), "context", "JSON text of at most 20,000 characters", row[LabelField.Context]);
            return false;
        }

        if (context.StartsWith('{'))
        {
            using var json = JsonDocument.Parse(context);
            if (json.RootElement.TryGetProperty("spoor", out var extras) && extras.ValueKind == JsonValueKind.Object)
            {
                context = Unpacked(row, sheet, context, json.RootElement, extras);
            }
        }

        row.Set(LabelField.Context, tagType.Length > 0 ? LabelContext.WithTagType(context, tagType) : context, "context", row.LineOf(LabelField.Context));
        return true;
    }

    private static string Unpacked(LabelRow row, LabelSheet sheet, string context, JsonElement whole, JsonElement extras)
    {
        if (sheet.Options.TrustContext)
        {
            return Take(row, extras, whole);
        }

        sheet.Doubt();
        TakeDoubted(row, extras);
        return context;
    }

    // What only makes a label count less – a later day, a closer mark – is heeded whoever says so. The rest would let any pack
    // name an author or witnesses it does not have.
    private static void TakeDoubted(LabelRow row, JsonElement extras)
    {
        Take(row, LabelField.Learned, extras, "learned");
        Take(row, LabelField.Tlp, extras, "tlp");
        row.IsLearnedDoubted = true;
    }

    private static string Take(LabelRow row, JsonElement extras, JsonElement whole)
    {
        Take(row, LabelField.Learned, extras, "learned");
        Take(row, LabelField.Tlp, extras, "tlp");
        Take(row, LabelField.Author, extras, "author");
        row.IsAnywhere = extras.TryGetProperty("chain", out var chain) && chain.ValueEquals("any");
        if (extras.TryGetProperty("derived_from", out var from) && from.ValueKind == JsonValueKind.Array)
        {
            row.DerivedFrom = [.. from.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!.Trim()).Where(one => one.Length > 0 && LabelWords.IsPrintable(one))];
        }

        if (extras.TryGetProperty("context", out var other))
        {
            return LabelContext.Compact(other.WriteTo);
        }

        var members = whole.EnumerateObject().Where(member => !member.NameEquals("spoor")).ToList();
        return members.Count == 0 ? "" : LabelContext.Compact(json =>
        {
            json.WriteStartObject();
            members.ForEach(member => member.WriteTo(json));
            json.WriteEndObject();
        });
    }

    private static void Take(LabelRow row, LabelField field, JsonElement extras, string name)
    {
        if (extras.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            row.Set(field, value.GetString()!, $"context.spoor.{name}", row.LineOf(LabelField.Context));
        }
    }
}
