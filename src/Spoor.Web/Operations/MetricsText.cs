using System.Globalization;
using System.Text;
using Spoor.Transfers;

namespace Spoor.Web.Operations;

/// <summary>The vitals in the text format that Prometheus reads.</summary>
/// <remarks>https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format</remarks>
public static class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Of(WatchVitals vitals)
    {
        var page = new StringBuilder();
        WriteChains(page, vitals);
        Write(page, "spoor_notices_total", "counter", "Notices of alerts told since the start.", vitals.Notices, notice => Labels(
            ("class", notice.Kind.Class.ToString()), ("stage", notice.Kind.Stage.ToString()), ("severity", notice.Kind.Severity.ToString())), notice => notice.Count);
        WriteWebhooks(page, vitals.Webhooks, vitals.Now);
        WritePrices(page, vitals.Prices);
        return page.ToString();
    }

    private static void WriteChains(StringBuilder page, WatchVitals vitals)
    {
        var chains = vitals.Chains;
        var now = vitals.Now;
        Metric("spoor_chain_head_block", "gauge", "Last block looked at.", chain => chain.Head);
        Metric("spoor_chain_tip_block", "gauge", "Highest block the node told of.", chain => chain.Tip);
        Metric("spoor_chain_lag_blocks", "gauge", "Blocks the node has and that were not looked at.", chain => chain.Lag);
        Metric("spoor_chain_block_time_seconds", "gauge", "Time of the last block looked at, seconds since 1970.", chain => chain.BlockTime?.ToUnixTimeSeconds());
        Metric("spoor_chain_silence_seconds", "gauge", "Since a block was last looked at.", chain => Seconds(now - chain.Heard));
        Metric("spoor_chain_stale", "gauge", "1 when nothing was heard for longer than the chain is ever silent.", chain => chain.IsStale(now) ? 1 : 0);
        Metric("spoor_chain_blocks_total", "counter", "Blocks looked at since the start.", chain => chain.Blocks);
        Metric("spoor_chain_transfers_total", "counter", "Transfers looked at since the start.", chain => chain.Transfers);
        Metric("spoor_chain_reorganisations_total", "counter", "How often blocks were taken back since the start.", chain => chain.Reorganisations);

        void Metric(string name, string type, string about, Func<ChainVitals, decimal?> value) =>
            Write(page, name, type, about, chains, chain => Labels(("chain", chain.Chain.Value), ("name", NameOf(chain.Chain))), value);
    }

    private static void WriteWebhooks(StringBuilder page, IReadOnlyList<WebhookVitals> webhooks, DateTimeOffset now)
    {
        Metric("spoor_webhook_pending", "gauge", "Notices the target does not have yet.", webhook => webhook.Pending);
        Metric("spoor_webhook_delivered_total", "counter", "Notices the target took since the start.", webhook => webhook.Delivered);
        Metric("spoor_webhook_failed_total", "counter", "Attempts that failed since the start.", webhook => webhook.Failed);
        Metric("spoor_webhook_fault", "gauge", "1 when every attempt of the last minute failed.", webhook => webhook.IsFaulty(now) ? 1 : 0);
        Metric("spoor_webhook_given_up_total", "counter", "Notices put into the dead-letter file since the start.", webhook => webhook.GivenUp);
        Metric("spoor_webhook_delivery_seconds_total", "counter", "Sum of the times from alert file to receiver.", webhook => Seconds(webhook.Took));

        void Metric(string name, string type, string about, Func<WebhookVitals, decimal?> value) =>
            Write(page, name, type, about, webhooks, webhook => Labels(("target", webhook.Target.FileName), ("host", webhook.Target.ShownName)), value);
    }

    private static void WritePrices(StringBuilder page, PriceVitals? prices)
    {
        IReadOnlyList<PriceVitals> known = prices is null ? [] : [prices];
        Metric("spoor_price_age_seconds", "From the newest price to the newest block; below 0 when the price is newer.", one => one.Age is { } age ? Seconds(age) : null);
        Metric("spoor_assets", "Assets that wallets hold, and coins of watched chains.", one => one.Assets);
        Metric("spoor_assets_without_price", "Those without any price.", one => one.Unpriced.Count);
        Metric("spoor_assets_with_void_price", "Those whose prices are too old to be used.", one => one.Void.Count);
        Metric("spoor_hot_wallets_unknown", "Hot wallets of which nothing is known to be held.", one => one.Unopened);

        void Metric(string name, string about, Func<PriceVitals, decimal?> value) => Write(page, name, "gauge", about, known, _ => "", value);
    }

    private static void Write<T>(
        StringBuilder page, string name, string type, string about, IReadOnlyList<T> items, Func<T, string> labels, Func<T, decimal?> value)
    {
        page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {about}\n# TYPE {name} {type}\n");
        foreach (var item in items)
        {
            if (value(item) is { } known)
            {
                page.Append(CultureInfo.InvariantCulture, $"{name}{{{labels(item)}}} {known}\n");
            }
        }
    }

    private static string Labels(params IEnumerable<(string Name, string Value)> labels) =>
        string.Join(',', labels.Select(label => $"{label.Name}=\"{Escaped(label.Value)}\""));

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static decimal Seconds(TimeSpan time) => time.Ticks / (decimal)TimeSpan.TicksPerSecond;

    private static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;
}
