using System.Globalization;
using System.Text.Json;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>Members of a document of a case, read strictly: what is missing or of another kind is a fault with its name.</summary>
internal static class JsonMembers
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member
            : throw new FormatException($"expected a member '{name}', found none.");

    public static string Text(this JsonElement element, string name) =>
        element.TextOrNull(name) ?? throw new FormatException($"{name}: expected text, found null.");

    public static string? TextOrNull(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Unicode(text, name),
        { ValueKind: JsonValueKind.Null } => null,
        _ => throw new FormatException($"{name}: expected text, found something else."),
    };

    public static bool Truth(this JsonElement element, string name) => element.Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new FormatException($"{name}: expected true or false, found something else."),
    };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray()
            : throw new FormatException($"{name}: expected a list, found something else.");

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        [.. element.Items(name).Select(item => item.ValueKind == JsonValueKind.String ? Unicode(item, name) : throw new FormatException($"{name}: expected texts, found something else."))];

    public static long Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long whole)
            ? whole
            : throw new FormatException($"{name}: expected a whole number, found something else.");

    public static DateOnly? Day(this JsonElement element, string name) =>
        element.TextOrNull(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new FormatException($"{name}: expected a day such as 2023-09-13, found '{text}'.");

    public static long Counted(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new FormatException($"{name}: expected a whole number as text, found '{element.Text(name)}'.");

    // An escape can name half of a pair of surrogates, which is no text.
    private static string Unicode(JsonElement text, string name)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException failure)
        {
            throw new FormatException($"{name}: expected text of whole Unicode characters, found half of one.", failure);
        }
    }
}
