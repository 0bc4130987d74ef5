using System.Globalization;
using System.Text.Json;
using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Web.Alerts;

/// <summary>What the last replay came to, read from its document <c>watch-replay/1</c>.</summary>
public sealed record ReplayedWatch
{
    /// <summary>When it was replayed, by our clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>The watch file first.</summary>
    public required IReadOnlyList<CitedFile> Files { get; init; }

    public required long Transfers { get; init; }

    /// <summary>Where each chain ended.</summary>
    public required IReadOnlyList<ReplayHead> Heads { get; init; }

    /// <summary>What the watch could not speak of.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<ToldAlert> Alerts { get; init; }

    public required IReadOnlyList<WalletGauge> Wallets { get; init; }

    /// <summary>As of which block of a chain it speaks, in words.</summary>
    public string AsOf(ChainId chain) => Heads.FirstOrDefault(head => head.Chain == chain) switch
    {
        { Block: { } block } => $"as of block {NumberText.Of(block)}",
        { } head => $"as of {head.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC",
        _ => "as of then",
    };

    /// <exception cref="FormatException">It is another document.</exception>
    public static ReplayedWatch Read(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var parsed = JsonDocument.Parse(document);
            return Read(parsed.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The last replay is not as Spoor writes it ({WatchReplayJson.Format}); replay again.", failure);
        }
    }

    private static ReplayedWatch Read(JsonElement root) => new()
    {
        At = ToldAlert.Moment(root, "at"),
        By = ToldAlert.Text(root, "by"),
        Files = [.. root.GetProperty("files").EnumerateArray().Select(file => new CitedFile(ToldAlert.Text(file, "file"), ToldAlert.Text(file, "sha256")))],
        Transfers = root.GetProperty("transfers").GetInt64(),
        Heads = [.. root.GetProperty("heads").EnumerateArray().Select(HeadOf)],
        Warnings = [.. root.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!)],
        Alerts = [.. Folded(root.GetProperty("alerts").EnumerateArray().Select(ToldAlert.Read))],
        Wallets = [.. root.GetProperty("wallets").EnumerateArray().Select(GaugeOf)],
    };

    // Each alert by its newest notice, and when it began by its first.
    private static IEnumerable<ToldAlert> Folded(IEnumerable<ToldAlert> notices) => notices
        .Select((told, i) => (Told: told, Order: i)).GroupBy(one => one.Told.Id).OrderByDescending(alert => alert.Last().Order)
        .Select(alert => alert.Last().Told with { Began = alert.First().Told.Began, IsReplayed = true });

    private static ReplayHead HeadOf(JsonElement head) => new(
        ChainId.Parse(ToldAlert.Text(head, "chain")),
        head.GetProperty("block") is { ValueKind: JsonValueKind.Number } block ? block.GetInt64() : null,
        ToldAlert.Moment(head, "time"));

    private static WalletGauge GaugeOf(JsonElement wallet) => new()
    {
        Owner = ToldAlert.Text(wallet, "owner"),
        Chain = ChainId.Parse(ToldAlert.Text(wallet, "chain")),
        Address = wallet.GetProperty("account").GetString() is { } account ? AccountText.Parse(account, null).Address : null,
        Name = wallet.GetProperty("name").GetString() ?? "",
        LastHour = UsdValue.Parse(ToldAlert.Text(wallet, "lastHourUsd")),
        Largest = UsdValue.Parse(ToldAlert.Text(wallet, "largestUsd")),
        Usual = wallet.GetProperty("usualUsd").GetString() is { } usual ? UsdValue.Parse(usual) : null,
        Extreme = UsdValue.Parse(ToldAlert.Text(wallet, "extremeUsd")),
        IsLearnt = wallet.GetProperty("isLearnt").GetBoolean(),
        Learnt = wallet.GetProperty("learnt").GetInt64(),
        Holds = UsdValue.Parse(ToldAlert.Text(wallet, "holdsUsd")),
        HoldsMore = wallet.GetProperty("holdsMore").GetBoolean(),
    };
}
