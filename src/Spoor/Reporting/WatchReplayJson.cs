using System.Text.Json;
using Spoor.Detection;
using Spoor.Detection.Backtest;

namespace Spoor.Reporting;

/// <summary>A replayed watch as <c>watch-replay/1</c>, see <c>docs/json.md</c>.</summary>
public static class WatchReplayJson
{
    public const string Format = "watch-replay/1";

    /// <param name="made">When and by whom, and the files it was made from, the watch file first.</param>
    /// <param name="warnings">What the watch cannot speak of, in words.</param>
    public static void Write(WatchReplay replay, (DateTimeOffset At, string By, IReadOnlyList<CitedFile> Files) made, IReadOnlyList<string> warnings, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("at", Rendered.Moment(made.At));
        json.WriteString("by", made.By);
        json.WriteObjects("files", made.Files, file =>
        {
            json.WriteString("file", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteNumber("transfers", replay.History.Transfers);
        json.WriteNumber("blocks", replay.History.Blocks);
        json.WriteObjects("heads", replay.Heads, head => Write(json, head));
        json.WriteStartArray("warnings");
        warnings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("alerts");
        foreach (var notice in replay.Notices)
        {
            AlertJson.Write(notice, json);
        }

        json.WriteEndArray();
        json.WriteObjects("wallets", replay.Gauges, gauge => Write(json, gauge));
    });

    private static void Write(Utf8JsonWriter json, ReplayHead head)
    {
        json.WriteString("chain", head.Chain.Value);
        if (head.Block is { } block)
        {
            json.WriteNumber("block", block);
        }
        else
        {
            json.WriteNull("block");
        }

        json.WriteString("time", Rendered.Moment(head.Time));
    }

    private static void Write(Utf8JsonWriter json, WalletGauge gauge)
    {
        json.WriteString("owner", gauge.Owner);
        json.WriteString("chain", gauge.Chain.Value);
        json.WriteString("account", Rendered.Account(gauge.Chain, gauge.Address));
        json.WriteString("name", gauge.Name.Length == 0 ? null : gauge.Name);
        json.WriteString("lastHourUsd", gauge.LastHour.ToString());
        json.WriteString("largestUsd", gauge.Largest.ToString());
        json.WriteString("usualUsd", gauge.Usual?.ToString());
        json.WriteString("extremeUsd", gauge.Extreme.ToString());
        json.WriteBoolean("isLearnt", gauge.IsLearnt);
        json.WriteNumber("learnt", gauge.Learnt);
        json.WriteString("holdsUsd", gauge.Holds.ToString());
        json.WriteBoolean("holdsMore", gauge.HoldsMore);
        json.WriteBoolean("isBeyond", gauge.IsBeyond);
    }
}
