using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>What bridges took in and paid out, one canonical JSON object a line.</summary>
public static class LegLines
{
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>In order of chain and place.</summary>
    public static byte[] Write(IEnumerable<BridgeLeg> legs) => JsonLines.Write(
        legs.OrderBy(leg => leg.Chain).ThenBy(leg => leg.Position).ThenBy(leg => leg.Tx).ThenBy(leg => leg.Side).ThenBy(leg => leg.MessageId, StringComparer.Ordinal).Select(Of));

    /// <exception cref="FormatException">A line is no leg; the message names file and line.</exception>
    public static IReadOnlyList<BridgeLeg> Read(string file, ReadOnlyMemory<byte> bytes) => JsonLines.Read(file, bytes, LegOf);

    private static JsonObject Of(BridgeLeg leg) => new()
    {
        ["side"] = leg.Side.ToString().ToLowerInvariant(),
        ["protocol"] = leg.Protocol,
        ["messageId"] = leg.MessageId,
        ["chain"] = leg.Chain.Value,
        ["otherChain"] = leg.OtherChain?.Value,
        ["tx"] = leg.Tx.ToString(),
        ["block"] = leg.Position.Block.ToString(CultureInfo.InvariantCulture),
        ["txIndex"] = leg.Position.Transaction,
        ["phase"] = (int)leg.Position.Phase,
        ["index"] = leg.Position.Index,
        ["time"] = leg.Time.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture),
        ["emitter"] = Key(leg.Emitter),
        ["knownEmitter"] = leg.IsKnownEmitter switch { true => "yes", false => "no", null => null },
        ["sender"] = Key(leg.Sender),
        ["recipient"] = Key(leg.Recipient),
        ["asset"] = leg.Asset?.ToString(),
        ["amount"] = leg.Amount?.ToString(),
        ["otherAsset"] = leg.OtherAsset?.ToString(),
        ["otherAmount"] = leg.OtherAmount?.ToString(),
        ["note"] = leg.Note,
    };

    private static BridgeLeg LegOf(JsonElement json) => new()
    {
        Side = Enum.TryParse(json.Text("side"), ignoreCase: true, out BridgeSide side) && Enum.IsDefined(side) ? side : throw new FormatException("side: expected deposit, payout or refund."),
        Protocol = json.TextOrNull("protocol"),
        MessageId = json.TextOrNull("messageId"),
        Chain = ChainId.Parse(json.Text("chain")),
        OtherChain = json.TextOrNull("otherChain") is { } chain ? ChainId.Parse(chain) : null,
        Tx = TxHash.Parse(json.Text("tx")),
        Position = new(json.Counted("block"), (int)json.Number("txIndex"), (Phase)json.Number("phase"), (int)json.Number("index")),
        Time = UtcTime.TryParse(json.Text("time"), out var time) ? time : throw new FormatException($"time: expected {UtcTime.Expected}."),
        Emitter = AddressOf(json, "emitter"),
        IsKnownEmitter = json.TextOrNull("knownEmitter") is { } known ? known == "yes" : null,
        Sender = AddressOf(json, "sender"),
        Recipient = AddressOf(json, "recipient"),
        Asset = json.TextOrNull("asset") is { } asset ? AssetId.Parse(asset) : null,
        Amount = json.TextOrNull("amount") is { } amount ? Amount.Parse(amount) : null,
        OtherAsset = json.TextOrNull("otherAsset") is { } other ? AssetId.Parse(other) : null,
        OtherAmount = json.TextOrNull("otherAmount") is { } amountThere ? Amount.Parse(amountThere) : null,
        Note = json.TextOrNull("note"),
    };

    // Parties may be of the chain of the leg or of the other one: the kind of key and its bytes say all.
    private static string? Key(Address? address) => address is { } known ? $"{(byte)known.Kind}:{Convert.ToHexStringLower(known.ToBytes())}" : null;

    private static Address? AddressOf(JsonElement json, string name)
    {
        if (json.TextOrNull(name) is not { } text)
        {
            return null;
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && byte.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out byte kind)
            ? new((AddressKind)kind, Convert.FromHexString(text[(colon + 1)..]))
            : throw new FormatException($"{name}: expected a kind of key, a colon and hex digits, found '{text}'.");
    }
}
