using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Web.Operations;

namespace Spoor.Cli.Watching;

/// <summary>Says now and then that the watch is at work and how far it is, so that a quiet one is not taken for a stuck one.</summary>
internal sealed class StillWatching(WatchVitals vitals, TimeSpan every, TimeProvider clock, Action<string> say)
{
    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(every, clock, cancellation);
            say(Line(vitals));
        }
    }

    public static string Line(WatchVitals vitals)
    {
        string chains = string.Join(", ", vitals.Chains.Select(chain => Standing(chain, vitals.Now)));
        return $"Still watching at {Rendered.Moment(vitals.Now)}: {chains}; {Counted.Of(vitals.Notices.Sum(notice => notice.Count), "notice", "notices")} since the start"
            + $"{Prices(vitals.Prices)}{Webhooks(vitals)}.";
    }

    /// <summary>How old the prices are, and what they leave out; empty before anybody looked.</summary>
    public static string Prices(PriceVitals? prices) => prices switch
    {
        null => "",
        { Newest: null } => "; no prices",
        { Newest: { } newest } => $"; newest price of {Rendered.Moment(newest)}"
            + Part(prices.Void.Count, "void") + Part(prices.Unpriced.Count, "without")
            + (prices.Fault.Length > 0 ? ", and the price files cannot be read" : ""),
    };

    private static string Part(int count, string word) => count == 0 ? "" : $", {Counted.Of(count, "asset", "assets")} {word}";

    private static string Standing(ChainVitals chain, DateTimeOffset now)
    {
        string head = chain.Head is { } height ? $"block {height}" : "no block yet";
        string behind = chain.Lag is > 0 and var lag ? $", {lag} behind" : "";
        string trouble = chain.Fault.Length > 0 ? ", its node is in trouble" : chain.IsStale(now) ? ", silent" : "";
        return $"{NoticeText.NameOf(chain.Chain)} at {head}{behind}{trouble}";
    }

    private static string Webhooks(WatchVitals vitals) =>
        string.Concat(vitals.Webhooks.Where(webhook => webhook.IsFaulty(vitals.Now)).Select(webhook => $"; {webhook.Target.ShownName} is not reached"));
}
