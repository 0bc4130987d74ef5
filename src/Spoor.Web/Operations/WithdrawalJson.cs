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

    /// <summary>One of them as a line of a journal.</summary>
    public static byte[] Document(Withdrawal withdrawal)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", withdrawal.Id);
            json.WriteString("owner", withdrawal.Owner);
            json.WriteString("ordered", withdrawal.Ordered.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("asset", withdrawal.Asset.ToString());
            json.WriteString("amount", withdrawal.Amount.ToString());
            json.WriteString("to", Rendered.Account(withdrawal.Asset.Chain, withdrawal.To));
            json.WriteString("tx", withdrawal.Tx?.ToString());
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <param name="number">Counted from 1, for messages.</param>
    /// <exception cref="FormatException">Not as described.</exception>
    public static Withdrawal Entry(JsonElement entry, int number)
    {
        var asset = Member("asset", AssetId.Parse);
        return new()
        {
            Id = Member("id", Named),
            Owner = Member("owner", Named),
            Ordered = Member("ordered", Moment),
            Asset = asset,
            Amount = Member("amount", Amount.Parse),
            To = Member("to", text => Recipient(asset.Chain, text)),
            Tx = TextOf(entry, "tx") is { } hash ? TxHash.Parse(hash) : null,
        };

        T Member<T>(string name, Func<string, T> parse)
        {
            string text = TextOf(entry, name) ?? throw new FormatException($"Withdrawal {number}: expected a member {name}, a text; found none.");
            try
            {
                return parse(text);
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

        string text = value.GetString()!;
        return text.Length <= MaxText ? text : throw new FormatException($"Member {name}: expected at most {MaxText} characters, found {text.Length}.");
    }

    private static string Named(string text) =>
        text.Length > 0 && !text.Any(char.IsControl) ? text : throw new FormatException("Expected a name without control characters, found none.");

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new FormatException($"Expected a moment such as 2023-09-12T13:21:00Z, found '{text}'.");

    private static Address Recipient(ChainId chain, string text)
    {
        bool isAccount = text.StartsWith(chain.Value + ":", StringComparison.Ordinal);
        return AddressText.Parse(chain, isAccount ? text[(chain.Value.Length + 1)..] : text);
    }
}
