using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Web.Operations;

namespace Spoor.Cli.Watching;

/// <summary>A watch on the screen of somebody who sits before it: chains, wallets, webhooks and the last alerts, drawn anew every second.</summary>
internal sealed class WatchBoard(
    Terminal terminal, WatchList watch, WatchVitals vitals, Func<CancellationToken, Task<IReadOnlyList<WalletGauge>>> gauges) : IAlertSink
{
    private const int ShownNotices = 12;
    private const int ShownWords = 8;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<AlertNotice> _last = [];
    private readonly Queue<string> _said = [];

    public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _last.AddFirst(notice);
            if (_last.Count > ShownNotices)
            {
                _last.RemoveLast();
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Shows a sentence of the watch for as long as it is among the last.</summary>
    public void Say(string what)
    {
        lock (_gate)
        {
            _said.Enqueue(what);
            if (_said.Count > ShownWords)
            {
                _said.Dequeue();
            }
        }
    }

    /// <summary>Draws until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => terminal.Page.Live(Picture([])).StartAsync(async live =>
    {
        while (true)
        {
            live.UpdateTarget(Picture(await gauges(cancellation)));
            await Task.Delay(Every, terminal.Clock, cancellation);
        }
    });

    internal Rows Picture(IReadOnlyList<WalletGauge> wallets)
    {
        List<IRenderable> parts =
        [
            new Text($"Spoor watches {Counted.Of(watch.Owners.Sum(owner => owner.Wallets.Count), "wallet", "wallets")} of "
                + $"{string.Join(", ", watch.Owners.Select(owner => MessageText.Of(owner.Name)))}. Ctrl-C ends it."),
            Chains(),
        ];
        if (wallets.Count > 0)
        {
            parts.Add(GaugeTable.Of(wallets));
        }

        if (vitals.Prices is { } prices)
        {
            parts.Add(new Text($"Prices:{StillWatching.Prices(prices)[1..]}.", new Style(prices.IsHealthy ? Color.Default : Color.Red)));
        }

        if (vitals.Webhooks.Count > 0)
        {
            parts.Add(Webhooks());
        }

        parts.Add(Notices());
        lock (_gate)
        {
            parts.AddRange(_said.Select(what => new Text(MessageText.Of(what))));
        }

        return new(parts);
    }

    private Table Chains()
    {
        var table = TableOf("Chain", "Last block", "Its time", "Behind", "Blocks", "Transfers", "Reorgs", "");
        var now = vitals.Now;
        foreach (var chain in vitals.Chains)
        {
            Row(
                table, chain.IsStale(now) || chain.Fault.Length > 0 ? Color.Red : Color.Default, NoticeText.NameOf(chain.Chain), Number(chain.Head),
                chain.BlockTime is { } time ? Rendered.Moment(time) : "", Number(chain.Lag), Number(chain.Blocks), Number(chain.Transfers),
                Number(chain.Reorganisations), chain.Fault);
        }

        return table;
    }

    private Table Webhooks()
    {
        var table = TableOf("Webhook", "Waiting", "Delivered", "Failed tries", "Given up");
        foreach (var webhook in vitals.Webhooks)
        {
            Row(
                table, webhook.GivenUp > 0 || webhook.IsFaulty(vitals.Now) ? Color.Red : Color.Default, webhook.Target.ShownName, Number(webhook.Pending), Number(webhook.Delivered),
                Number(webhook.Failed), Number(webhook.GivenUp));
        }

        return table;
    }

    private Table Notices()
    {
        var table = TableOf("Time", "Severity", "Owner", "Alert", "Gone, USD");
        lock (_gate)
        {
            foreach (var notice in _last)
            {
                var colour = notice.Severity >= AlertSeverity.High ? Color.Red : notice.Severity >= AlertSeverity.Medium ? Color.Yellow : Color.Default;
                Row(table, colour, Rendered.Moment(notice.Time), notice.Severity.ToString(), notice.Owner, NoticeText.Brief(notice), UsdText.Of(notice.Gone));
            }
        }

        return table;
    }

    internal static Table TableOf(params IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns([.. columns]);
        return table;
    }

    // As plain text: what a chain or a file says is never taken for markup or for commands of the terminal.
    internal static void Row(Table table, Color colour, params IEnumerable<string> cells) =>
        table.AddRow(cells.Select(cell => new Text(MessageText.Of(cell), new Style(colour))));

    private static string Number(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "";
}
