using System.Globalization;
using System.Text.Json;
using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Web.Operations;

/// <summary>Payments that an exchange says it ordered, as <c>withdrawals/1</c>, see <c>docs/json.md</c>: read from strangers, so held to limits.</summary>
public static class WithdrawalJson
{
    public const int MaxEntries = 1_000;
    private const int MaxDepth = 4;
    private const int MaxText = 200;

    /// <summary>All of them or none.</summary>
    /// <exception cref="FormatException">An entry is not as described; names its number and its member.</exception>
    public static IReadOnlyList<Withdrawal> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = MaxDepth });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("withdrawals", out var list) || list.ValueKind != JsonValueKind.Array)
            {
                throw new FormatException("Expected an object with a member withdrawals, a list; found something else.");
            }

            return list.GetArrayLength() <= MaxEntries
                ? [.. list.EnumerateArray().Select((entry, i) => Entry(entry, i + 1))]
                : throw new FormatException($"Expected at most {MaxEntries} withdrawals at a time, found {list.GetArrayLength()}.");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"Expected JSON of at most {MaxDepth} levels; it breaks at line {failure.LineNumber + 1}, byte {failure.BytePositionInLine}.", failure);
        }
    }

    /// <summary>Those that came together as a line of a journal, which is there whole or not at all.</summary>
    public static byte[] Document(IEnumerable<Withdrawal> withdrawals, DateTimeOffset received)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("received", Moment(received));
            json.WriteStartArray("withdrawals");
            foreach (var withdrawal in withdrawals)
            {
                Write(json, withdrawal);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>When the withdrawals of a line of a journal came.</summary>
    /// <exception cref="FormatException">The line does not say.</exception>
    public static DateTimeOffset Received(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line, new() { MaxDepth = MaxDepth });
        return UtcTime.TryParse(TextOf(document.RootElement, "received") ?? "", out var received)
            ? received
            : throw new FormatException($"Member received: expected {UtcTime.Expected}.");
    }

    private static void Write(Utf8JsonWriter json, Withdrawal withdrawal)
    {
        json.WriteStartObject();
        json.WriteString("id", withdrawal.Id);
        json.WriteString("owner", withdrawal.Owner);
        json.WriteString("ordered", Moment(withdrawal.Ordered));
        json.WriteString("asset", withdrawal.Asset.ToString());
        json.WriteString("amount", withdrawal.Amount.ToString());
        json.WriteString("to", Rendered.Account(withdrawal.Asset.Chain, withdrawal.To));
        json.WriteString("tx", withdrawal.Tx?.ToString());
        json.WriteEndObject();
    }

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static Withdrawal Entry(JsonElement entry, int number)
    {
        var asset = Member("asset", AssetId.Parse);
        return new()
        {
            Id = Member("id", Named),
            Owner = Member("owner", Named),
            Ordered = Member("ordered", Ordered),
            Asset = asset,
            Amount = Member("amount", Amount.Parse),
            To = Member("to", text => Recipient(asset.Chain, text)),
            Tx = entry.TryGetProperty("tx", out var tx) && tx.ValueKind != JsonValueKind.Null ? Member("tx", TxHash.Parse) : null,
        };

        T Member<T>(string name, Func<string, T> parse)
        {
            try
            {
                return parse(TextOf(entry, name) ?? throw new FormatException("expected a text, found none."));
            }
            catch (FormatException failure)
            {
                throw new FormatException($"Withdrawal {number}, {name}: {failure.Message}", failure);
            }
        }
    }

    private static string? TextOf(JsonElement entry, string name)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException failure)
        {
            throw new FormatException("expected Unicode, found half of a surrogate pair.", failure);
        }

        return text.Length <= MaxText ? text : throw new FormatException($"expected at most {MaxText} characters, found {text.Length}.");
    }

    private static string Named(string text) =>
        text.Length > 0 && !text.Any(char.IsControl) ? text : throw new FormatException("Expected a name without control characters, found none.");

    private static DateTimeOffset Ordered(string text) =>
        UtcTime.TryParse(text, out var time) ? time : throw new FormatException($"expected {UtcTime.Expected}, found '{text}'.");

    private static Address Recipient(ChainId chain, string text)
    {
        bool isAccount = text.StartsWith(chain.Value + ":", StringComparison.Ordinal);
        return AddressText.Parse(chain, isAccount ? text[(chain.Value.Length + 1)..] : text);
    }
}
