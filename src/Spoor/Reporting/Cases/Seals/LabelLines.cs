using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>Labels with all that they say, one canonical JSON object a line.</summary>
public static class LabelLines
{
    /// <summary>By what they are about; those about one address in their order of preference.</summary>
    public static byte[] Write(IEnumerable<Label> labels) =>
        JsonLines.Write(labels.OrderBy(KeyOf, StringComparer.Ordinal).Select(Of));

    /// <exception cref="FormatException">A line is no label; the message names file and line.</exception>
    public static IReadOnlyList<Label> Read(string file, ReadOnlyMemory<byte> bytes) => JsonLines.Read(file, bytes, LabelOf);

    private static string KeyOf(Label label) => label.Address is { } address ? $"{address.Kind}:{AddressText.RenderKey(address)}" : label.Subject.ToString()!;

    private static JsonObject Of(Label label) => new()
    {
        ["chain"] = label.Chain?.Value,
        ["address"] = label.Subject is LabelSubject.OfAddress account
            ? account.Chain is { } chain ? AddressText.Render(chain, account.Address) : AddressText.RenderKey(account.Address)
            : null,
        ["kind"] = (label.Address?.Kind)?.ToString(),
        ["tx"] = (label.Subject as LabelSubject.OfTransaction)?.Tx.ToString(),
        ["network"] = (label.Subject as LabelSubject.Unread)?.Network,
        ["text"] = (label.Subject as LabelSubject.Unread)?.Text,
        ["name"] = label.Name,
        ["category"] = label.Category,
        ["abuse"] = label.Abuse,
        ["concepts"] = JsonLines.Texts(label.Concepts),
        ["actor"] = label.Actor,
        ["source"] = label.Source,
        ["confidence"] = label.Confidence.Id,
        ["level"] = label.Confidence.Level,
        ["author"] = label.Author,
        ["observed"] = Day(label.Observed),
        ["learned"] = Day(label.Learned),
        ["tlp"] = TlpText.Of(label.Tlp),
        ["currency"] = label.Currency,
        ["clusterDefiner"] = label.IsClusterDefiner,
        ["context"] = label.Context,
    };

    private static Label LabelOf(JsonElement json) => new()
    {
        Subject = SubjectOf(json),
        Name = json.Text("name"),
        Category = json.Text("category"),
        Abuse = json.Text("abuse"),
        Concepts = json.Texts("concepts"),
        Actor = json.TextOrNull("actor"),
        Source = json.Text("source"),
        Confidence = new(json.Text("confidence"), (int)json.Number("level")),
        Author = json.Text("author"),
        Observed = json.Day("observed"),
        Learned = json.Day("learned") ?? throw new FormatException("learned: expected a day, found null."),
        Tlp = TlpText.TryParse(json.Text("tlp"), out var tlp) ? tlp : throw new FormatException($"tlp: expected a mark of TLP 2.0, found '{json.Text("tlp")}'."),
        Currency = json.Text("currency"),
        IsClusterDefiner = json.Truth("clusterDefiner"),
        Context = json.Text("context"),
    };

    private static LabelSubject SubjectOf(JsonElement json)
    {
        ChainId? chain = json.TextOrNull("chain") is { } named ? ChainId.Parse(named) : null;
        return (json.TextOrNull("address"), json.TextOrNull("tx"), chain) switch
        {
            ({ } address, null, { } on) => new LabelSubject.OfAddress(on, AddressText.Parse(on, address)),
            ({ } address, null, null) => new LabelSubject.OfAddress(null, AddressText.Parse(HomeOf(json.Text("kind")), address)),
            (null, { } tx, { } on) => new LabelSubject.OfTransaction(on, TxHash.Parse(tx)),
            (null, null, null) => new LabelSubject.Unread(json.Text("network"), json.Text("text")),
            _ => throw new FormatException("expected an address, a transaction with its chain, or a text, found a mixture."),
        };
    }

    private static ChainId HomeOf(string kind) => Enum.TryParse(kind, out AddressKind known)
        ? AddressText.HomeOf(known)
        : throw new FormatException($"kind: expected a kind of address, found '{kind}'.");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
