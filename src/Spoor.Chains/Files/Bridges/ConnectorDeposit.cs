using System.Globalization;
using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Bridges;

/// <summary>A decoded deposit as Connector publishes it (https://github.com/Connector-Tool/Connector, data/Validation).</summary>
internal static class ConnectorDeposit
{
    /// <param name="place">Where it stands, for messages.</param>
    /// <param name="side">Deposits are all that Connector writes so.</param>
    /// <param name="chain">The chain of deposits that name none.</param>
    public static BridgeLeg Read(string place, JsonElement item, BridgeSide side, ChainId? chain)
    {
        if (side != BridgeSide.Deposit)
        {
            throw new FormatException($"{place}: expected payouts as CSV, found JSON, in which Connector writes deposits.");
        }

        var args = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("args", out var found) && found.ValueKind == JsonValueKind.Object
            ? found
            : throw new FormatException($"{place}: expected an object with args, found {item.ValueKind}.");
        string hash = Text(item, "txhash") ?? throw Fault(place, "txhash", "a transaction hash", null);
        var tx = TxHash.TryParse(hash, out var parsed) ? parsed : throw Fault(place, "txhash", "a transaction hash", hash);
        var here = Chain(place, args, "srcChain") ?? chain ?? throw Fault(place, "srcChain", "a chain", null);
        var there = Chain(place, args, "dstChain");
        return new()
        {
            Side = side,
            Protocol = Protocol(place, item),
            // Multichain's payouts name the source transaction, and so do the pairs that Connector publishes.
            MessageId = tx.ToString(),
            Chain = here,
            OtherChain = there,
            Tx = tx,
            Time = Time(place, item),
            Sender = Read(place, args, "sender", text => BridgeCells.Account(here, text)),
            Recipient = Read(place, args, "receiver", text => BridgeCells.Account(there ?? here, text)),
            Asset = Read(place, args, "asset_s", text => BridgeCells.Asset(here, text)),
            OtherAsset = there is { } other ? Read(place, args, "asset_d", text => BridgeCells.Asset(other, text)) : null,
            Amount = Read(place, args, "amount", text => UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? new Amount(units) : (Amount?)null),
        };
    }

    private static string? Protocol(string place, JsonElement item) => Text(item, "bridge") is not { } bridge ? null
        : bridge.Length <= 64 && bridge.All(char.IsAsciiLetterOrDigit) ? bridge.ToLowerInvariant()
        : throw Fault(place, "bridge", "a name of letters and digits", bridge);

    private static DateTimeOffset Time(string place, JsonElement item) =>
        item.TryGetProperty("timestamp", out var time) && time.TryGetInt64(out long seconds) && seconds is >= 0 and <= BridgeCells.LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw Fault(place, "timestamp", "seconds since 1970", null);

    private static ChainId? Chain(string place, JsonElement args, string field) => Read(place, args, field, BridgeCells.ChainOf);

    private static T? Read<T>(string place, JsonElement args, string field, Func<string, T?> read)
        where T : struct => Text(args, field) is not { } text ? null : read(text) ?? throw Fault(place, field, "something that can be read", text);

    private static string? Text(JsonElement item, string field) => !item.TryGetProperty(field, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static FormatException Fault(string place, string field, string expected, string? found)
    {
        string shown = string.Concat((found ?? "nothing").Take(80).Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : '?'));
        return new($"{place}, field {field}: expected {expected}, found '{shown}'.");
    }
}
