using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spoor.Response.Compensation;
using Spoor.Transfers;

namespace Spoor.Reporting.Compensations;

/// <summary>An object of a file from outside, read strictly: the members named and no others, each written in one way only.</summary>
internal sealed class ProofMembers
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private readonly string _file;
    private readonly string _place;
    private readonly JsonElement _object;

    private ProofMembers(string file, string place, JsonElement json, IReadOnlyList<string> members)
    {
        (_file, _place, _object) = (file, place, json);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("", "an object", json.ValueKind.ToString());
        }

        string[] found = [.. json.EnumerateObject().Select(member => member.Name)];
        if (!found.Order(StringComparer.Ordinal).SequenceEqual(members.Order(StringComparer.Ordinal)))
        {
            throw Wrong("", $"the members {string.Join(", ", members)} and no others", string.Join(", ", found.Take(members.Count + 1)));
        }
    }

    /// <exception cref="FormatException">Not an object of these members.</exception>
    public static ProofMembers Parse(string file, ReadOnlyMemory<byte> bytes, string format, params IReadOnlyList<string> members)
    {
        // Every name and value is plain, so an escape could only hide something.
        if (!Ascii.IsValid(bytes.Span) || bytes.Span.Contains((byte)'\\'))
        {
            throw new FormatException($"{file}: expected JSON ({format}) of ASCII characters without escapes, found others.");
        }

        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { AllowDuplicateProperties = false, MaxDepth = 8 });
            root = document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new FormatException($"{file}: expected JSON ({format}), found something else: {failure.Message}", failure);
        }

        var parsed = new ProofMembers(file, "", root, ["spoor", .. members]);
        string found = parsed.Text("spoor");
        return found == format ? parsed : throw parsed.Wrong("spoor", format, found);
    }

    public ProofMembers Object(string name, params IReadOnlyList<string> members) => new(_file, PlaceOf(name), _object.GetProperty(name), members);

    public IReadOnlyList<ProofMembers> Objects(string name, params IReadOnlyList<string> members) =>
        [.. List(name).Select((item, i) => new ProofMembers(_file, $"{PlaceOf(name)}/{i}", item, members))];

    public IReadOnlyList<Amount> Amounts(string name) => [.. List(name).Select((item, i) => AmountOf($"{name}/{i}", item))];

    public Amount Amount(string name) => AmountOf(name, _object.GetProperty(name));

    public string Text(string name) => _object.GetProperty(name) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : throw Wrong(name, "text", _object.GetProperty(name).ValueKind.ToString());

    public string Name(string name) => Text(name) is var text && PlainName.IsValid(text) ? text : throw Wrong(name, PlainName.Expected, text);

    /// <summary>32 bytes in lower-case hexadecimal digits.</summary>
    public string Hash(string name)
    {
        string text = Text(name);
        return text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Hexadecimal) ? text : throw Wrong(name, "64 lower-case hexadecimal digits", text);
    }

    public int Number(string name, int least, int most) =>
        _object.GetProperty(name) is { ValueKind: JsonValueKind.Number } json && json.TryGetInt32(out int number) && number >= least && number <= most
            && json.GetRawText() == number.ToString(CultureInfo.InvariantCulture)
            ? number
            : throw Wrong(name, $"a whole number from {least} to {most}", _object.GetProperty(name).GetRawText());

    public FormatException Wrong(string name, string expected, string found)
    {
        const int Shown = 100;
        string place = name.Length == 0 && _place.Length == 0 ? "" : $", {PlaceOf(name).TrimEnd('/')}";
        return new($"{_file}{place}: expected {expected}, found '{(found.Length <= Shown ? found : found[..Shown] + "…")}'.");
    }

    private JsonElement.ArrayEnumerator List(string name) => _object.GetProperty(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray()
        : throw Wrong(name, "a list", _object.GetProperty(name).ValueKind.ToString());

    // One amount, one text: 007 would be another file that proves the same.
    private Amount AmountOf(string name, JsonElement json)
    {
        string text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        return json.ValueKind == JsonValueKind.String && UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
            && units.ToString(CultureInfo.InvariantCulture) == text
                ? new(units)
                : throw Wrong(name, "a whole number of smallest units below 2^128 as text", text);
    }

    private string PlaceOf(string name) => _place.Length == 0 ? name : $"{_place}/{name}";
}
