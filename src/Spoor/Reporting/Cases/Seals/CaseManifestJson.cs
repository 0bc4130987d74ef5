using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Records;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>A manifest as canonical JSON, see <c>docs/case-manifest.schema.json</c>.</summary>
public static class CaseManifestJson
{
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static byte[] Write(CaseManifest manifest) => CanonicalJson.Of(new JsonObject
    {
        ["format"] = CaseManifest.Format,
        ["incident"] = manifest.Incident,
        ["tool"] = new JsonObject { ["name"] = "spoor", ["version"] = manifest.Tool },
        ["at"] = manifest.At?.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture),
        ["previous"] = manifest.Previous,
        ["parameters"] = SealParametersJson.Of(manifest.Parameters),
        ["rules"] = new JsonArray([.. manifest.Rules.Select(rule => new JsonObject { ["kind"] = rule.Kind, ["name"] = rule.Name, ["version"] = rule.Version })]),
        ["cited"] = new JsonArray([.. manifest.Cited.Select(file => new JsonObject { ["file"] = file.Name, ["sha256"] = file.Sha256 })]),
        ["entries"] = new JsonArray([.. manifest.Entries.Select(EntryOf)]),
    });

    /// <summary>Reads a manifest that is byte for byte as <see cref="Write"/> writes it.</summary>
    /// <exception cref="FormatException">It is not; the message says what was expected.</exception>
    public static CaseManifest Read(ReadOnlyMemory<byte> bytes)
    {
        var manifest = Parse(bytes);
        return Write(manifest).AsSpan().SequenceEqual(bytes.Span)
            ? manifest
            : throw new FormatException("expected canonical JSON (RFC 8785) with the members of case/1 and no others, found another form of it.");
    }

    private static CaseManifest Parse(ReadOnlyMemory<byte> bytes)
    {
        JsonElement json;
        try
        {
            json = CanonicalJson.Read(bytes);
        }
        catch (JsonException failure)
        {
            throw new FormatException($"expected canonical JSON, found something else: {failure.Message}", failure);
        }

        string format = json.Text("format");
        return format != CaseManifest.Format
            ? throw new FormatException($"format: expected {CaseManifest.Format}, found '{format}'. Use a version of Spoor that knows it.")
            : new()
            {
                Incident = json.Text("incident"),
                Tool = json.Member("tool").Text("version"),
                At = MomentOf(json),
                Previous = json.TextOrNull("previous"),
                Parameters = SealParametersJson.Read(json.Member("parameters")),
                Rules = [.. json.Items("rules").Select(rule => new RuleVersion(rule.Text("kind"), rule.Text("name"), rule.Text("version")))],
                Cited = [.. json.Items("cited").Select(file => new CitedFile(file.Text("file"), file.Text("sha256")))],
                Entries = [.. json.Items("entries").Select(ReadEntry)],
            };
    }

    private static JsonObject EntryOf(ManifestEntry entry) => new()
    {
        ["name"] = entry.Name,
        ["role"] = entry.Role == EntryRole.Results ? "result" : entry.Role.ToString().ToLowerInvariant(),
        ["mediaType"] = entry.MediaType,
        ["source"] = entry.Source,
        ["sha256"] = entry.Sha256,
        ["bytes"] = entry.Bytes,
    };

    private static ManifestEntry ReadEntry(JsonElement json) => new(
        json.Text("name"),
        json.Text("role") switch
        {
            "input" => EntryRole.Input,
            "rule" => EntryRole.Rule,
            "result" => EntryRole.Results,
            "note" => EntryRole.Note,
            var other => throw new FormatException($"role: expected input, rule, result or note, found '{other}'."),
        },
        json.Text("mediaType"),
        json.Text("source"),
        json.Text("sha256"),
        json.Number("bytes"));

    private static DateTimeOffset? MomentOf(JsonElement json) => json.TextOrNull("at") is not { } text
        ? null
        : UtcTime.TryParse(text, out var moment) ? moment : throw new FormatException($"at: expected {UtcTime.Expected}, found '{text}'.");
}
