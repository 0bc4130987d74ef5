using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Spoor.Records;

/// <summary>An act as a line of a log: canonical JSON, <c>act/1</c>.</summary>
internal static partial class ActLine
{
    public const string Format = "act/1";
    public const string HashPrefix = "sha256:";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const int MaxName = 200;
    private const int MaxWhy = 10_000;

    private static readonly string[] Members = ["about", "at", "by", "format", "id", "kind", "number", "previous", "why"];

    /// <summary>An act with its id.</summary>
    /// <exception cref="FormatException">A member is not as it must be.</exception>
    public static Act Make(long number, string previous, ActNote note)
    {
        var about = CanonicalJson.Read(CanonicalJson.Of(note.About));
        var open = new Act
        {
            Number = number,
            At = DateTimeOffset.FromUnixTimeMilliseconds(note.At.ToUnixTimeMilliseconds()),
            By = Checked("by", note.By, MaxName),
            Why = Checked("why", note.Why, MaxWhy),
            Kind = Kind().IsMatch(note.Kind) ? note.Kind : throw Wrong("kind", "words of small letters, digits and hyphens with dots between", note.Kind),
            About = about,
            Previous = previous,
            Id = "",
        };
        return open with { Id = HashOf(open) };
    }

    /// <summary>The line without its line feed.</summary>
    public static byte[] Write(Act act)
    {
        var line = Body(act);
        line["id"] = act.Id;
        return CanonicalJson.Of(line);
    }

    /// <exception cref="FormatException">It is not an act; the message names the member.</exception>
    public static Act Read(ReadOnlyMemory<byte> line)
    {
        var root = Parse(line);
        string[] found = [.. root.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)];
        if (!found.SequenceEqual(Members))
        {
            throw new FormatException($"expected the members {string.Join(", ", Members)}, found {string.Join(", ", found.Take(Members.Length + 1))}");
        }

        string format = Text(root, "format");
        if (format != Format)
        {
            throw Wrong("format", Format, format);
        }

        var note = new ActNote(Moment(Text(root, "at")), Text(root, "by"), Text(root, "why"), Text(root, "kind"), JsonObject.Create(About(root))!);
        var act = Make(Number(root), Text(root, "previous"), note);
        if (Text(root, "id") is var id && id != act.Id)
        {
            throw Wrong("id", $"{act.Id}, the hash of what the line says", id);
        }

        return act;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            var root = CanonicalJson.Read(line);
            return root.ValueKind != JsonValueKind.Object
                ? throw new FormatException($"expected an object, found {root.ValueKind}")
                : line.Span.SequenceEqual(CanonicalJson.Of(root)) ? root
                : throw new FormatException("expected canonical JSON (RFC 8785), found the same content written otherwise");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"expected a line of JSON, found something else ({failure.Message})", failure);
        }
    }

    private static JsonElement About(JsonElement root) => root.GetProperty("about") is { ValueKind: JsonValueKind.Object } about
        ? about
        : throw Wrong("about", "an object", root.GetProperty("about").ValueKind.ToString());

    private static string Text(JsonElement root, string member) => root.GetProperty(member) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : throw Wrong(member, "text", root.GetProperty(member).ValueKind.ToString());

    private static long Number(JsonElement root) => root.GetProperty("number") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long value)
        ? value
        : throw Wrong("number", "a whole number", root.GetProperty("number").ToString());

    private static DateTimeOffset Moment(string text) => DateTimeOffset.TryParseExact(
        text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw Wrong("at", "a time like 2023-09-12T13:21:00.000Z", text);

    private static string Checked(string member, string text, int longest) =>
        text.Length <= longest && !string.IsNullOrWhiteSpace(text) ? text : throw Wrong(member, $"1 to {longest} characters", text);

    private static string HashOf(Act act) => HashPrefix + Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(Body(act))));

    private static JsonObject Body(Act act) => new()
    {
        ["format"] = Format,
        ["number"] = act.Number,
        ["at"] = act.At.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture),
        ["by"] = act.By,
        ["why"] = act.Why,
        ["kind"] = act.Kind,
        ["about"] = JsonObject.Create(act.About),
        ["previous"] = act.Previous,
    };

    private static FormatException Wrong(string member, string expected, string found)
    {
        const int Shown = 100;
        return new($"{member}: expected {expected}, found '{(found.Length <= Shown ? found : found[..Shown] + "…")}'");
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}(\.[a-z0-9-]{1,40}){0,4}\z")]
    private static partial Regex Kind();
}
