using System.Text.Json;

namespace Spoor.Chains.Files.Ledger;

/// <summary>A JSON object of a file, and the way to it, for messages.</summary>
internal sealed record ChronicleNode(string File, string Path, JsonElement Json)
{
    private const int MaxFound = 120;

    public string Text(string name) =>
        Member(name, JsonValueKind.String).GetString()! is { Length: > 0 } text && LedgerLine.IsPrintable(text)
            ? text
            : throw Fault(name, "a text without control characters or invisible formatting");

    public IReadOnlyList<string> Texts(string name) =>
        [.. Member(name, JsonValueKind.Array).EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String && LedgerLine.IsPrintable(item.GetString()!)
            ? item.GetString()!
            : throw Fault(name, "a list of printable texts"))];

    public ChronicleNode Object(string name) => new(File, $"{Path}/{name}", Member(name, JsonValueKind.Object));

    public IEnumerable<ChronicleNode> Objects(string name) =>
        Member(name, JsonValueKind.Array).EnumerateArray().Select((item, place) => new ChronicleNode(File, $"{Path}/{name}/{place}", item));

    public FormatException Fault(string name, string expected)
    {
        string found = Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var member) ? member.GetRawText() : "nothing";
        return new($"{File}, {Path}/{name}: expected {expected}, found {(found.Length > MaxFound ? found[..MaxFound] + "…" : found)}.");
    }

    private JsonElement Member(string name, JsonValueKind kind) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw Fault(name, $"a {kind.ToString().ToLowerInvariant()}");
}
