using System.Globalization;
using System.Text.Json;
using Spoor.Records;
using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>Members of what an act is about, each of the kind that is expected.</summary>
internal sealed record ActReading(Act Act, JsonElement Members)
{
    public string? TextOrNull(string name) =>
        Members.ValueKind == JsonValueKind.Object && Members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public string Text(string name) => TextOrNull(name) ?? throw Wrong(name, "text");

    public Amount Amount(string name) => UInt128.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var units)
        ? new(units)
        : throw Wrong(name, "a whole number of smallest units below 2^128");

    public int Number(string name) =>
        Members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw Wrong(name, "a whole number");

    public IEnumerable<ActReading> Items(string name) => Members.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Select(item => this with { Members = item })
        : throw Wrong(name, "a list");

    public FormatException Wrong(string name, string expected) =>
        new($"Act {Act.Number} ({Act.Kind}), {name}: expected {expected}, found something else. The log is of another version of Spoor, or was changed.");
}
