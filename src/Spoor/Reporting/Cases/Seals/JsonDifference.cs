using System.Globalization;
using System.Text.Json;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>The first value in which two JSON documents differ.</summary>
/// <param name="Place">A JSON pointer (RFC 6901); empty for the whole document.</param>
/// <param name="Expected">Null where only the other document has a value there.</param>
/// <param name="Found">Likewise.</param>
public sealed record JsonDifference(string Place, string? Expected, string? Found)
{
    private const int MaxShown = 200;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <returns>Null where only the spelling differs: blanks, escapes.</returns>
    /// <exception cref="JsonException">One of the two is no JSON.</exception>
    public static JsonDifference? First(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> found)
    {
        using var left = JsonDocument.Parse(expected, Strict);
        using var right = JsonDocument.Parse(found, Strict);
        return Between("", left.RootElement, right.RootElement);
    }

    private static JsonDifference? Between(string place, JsonElement expected, JsonElement found) => (expected.ValueKind, found.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => OfObjects(place, expected, found),
        (JsonValueKind.Array, JsonValueKind.Array) => OfArrays(place, expected, found),
        _ => expected.GetRawText() == found.GetRawText() ? null : new(place, Shown(expected), Shown(found)),
    };

    private static JsonDifference? OfObjects(string place, JsonElement expected, JsonElement found)
    {
        foreach (var member in expected.EnumerateObject())
        {
            string at = $"{place}/{Escaped(member.Name)}";
            var difference = found.TryGetProperty(member.Name, out var other) ? Between(at, member.Value, other) : new(at, Shown(member.Value), null);
            if (difference is not null)
            {
                return difference;
            }
        }

        return found.EnumerateObject().Where(member => !expected.TryGetProperty(member.Name, out _))
            .Select(member => new JsonDifference($"{place}/{Escaped(member.Name)}", null, Shown(member.Value))).FirstOrDefault();
    }

    private static JsonDifference? OfArrays(string place, JsonElement expected, JsonElement found)
    {
        using var left = expected.EnumerateArray();
        using var right = found.EnumerateArray();
        for (int index = 0; ; index++)
        {
            string at = $"{place}/{index.ToString(CultureInfo.InvariantCulture)}";
            bool hasLeft = left.MoveNext();
            bool hasRight = right.MoveNext();
            if (!hasLeft || !hasRight)
            {
                return hasLeft == hasRight ? null : new(at, hasLeft ? Shown(left.Current) : null, hasRight ? Shown(right.Current) : null);
            }

            if (Between(at, left.Current, right.Current) is { } difference)
            {
                return difference;
            }
        }
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Shown(JsonElement value) => value.GetRawText() is var text && text.Length <= MaxShown ? text : text[..MaxShown] + "…";
}
