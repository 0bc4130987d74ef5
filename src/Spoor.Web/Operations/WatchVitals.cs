using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Web.Webhooks;

namespace Spoor.Web.Operations;

/// <summary>How a watch is doing at this moment; written by those who work, read by whoever asks.</summary>
public sealed class WatchVitals : IAlertSink
{
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<ChainId, ChainVitals> _chains;
    private readonly SortedDictionary<(AlertClass Class, AlertStage Stage, AlertSeverity Severity), long> _notices = [];
    private readonly SortedDictionary<string, WebhookVitals> _webhooks = new(StringComparer.Ordinal);
    private PriceVitals? _prices;

    public WatchVitals(IEnumerable<ChainId> chains, TimeProvider clock)
    {
        _clock = clock;
        _chains = new(chains.ToDictionary(chain => chain, chain => new ChainVitals { Chain = chain, Heard = clock.GetUtcNow() }));
    }

    /// <summary>By chain.</summary>
    public IReadOnlyList<ChainVitals> Chains => Locked(() => (IReadOnlyList<ChainVitals>)[.. _chains.Values]);

    /// <summary>Notices told since the start, by class, stage and severity.</summary>
    public IReadOnlyList<((AlertClass Class, AlertStage Stage, AlertSeverity Severity) Kind, long Count)> Notices =>
        Locked(() => (IReadOnlyList<((AlertClass, AlertStage, AlertSeverity), long)>)[.. _notices.Select(notice => (notice.Key, notice.Value))]);

    /// <summary>By target.</summary>
    public IReadOnlyList<WebhookVitals> Webhooks => Locked(() => (IReadOnlyList<WebhookVitals>)[.. _webhooks.Values]);

    /// <summary>Null before anybody looked.</summary>
    public PriceVitals? Prices
    {
        get => Locked(() => _prices);
        set => Locked(() => _prices = value);
    }

    public bool IsHealthy
    {
        get
        {
            var now = _clock.GetUtcNow();
            return Chains.All(chain => !chain.IsStale(now) && !chain.IsFaulty(now)) && Webhooks.All(webhook => !webhook.IsFaulty(now)) && Prices is not { IsHealthy: false };
        }
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Takes how far a chain is; a chain is heard of whenever more blocks were looked at.</summary>
    public void Reach(ChainVitals reached)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            bool isNews = !_chains.TryGetValue(reached.Chain, out var known) || reached.Blocks > known.Blocks;
            _chains[reached.Chain] = reached with
            {
                Heard = isNews ? now : known!.Heard,
                FaultSince = reached.Fault.Length == 0 ? null : known?.FaultSince ?? now,
                Mark = known?.Mark ?? (reached.Head is { } head && reached.BlockTime is { } time ? (head, time) : null),
            };
        }
    }

    /// <summary>Takes what is wrong with a chain of which nothing else is known yet.</summary>
    public void Fail(ChainId chain, string fault)
    {
        ChainVitals known;
        lock (_gate)
        {
            known = _chains[chain];
        }

        Reach(known with { Fault = fault });
    }

    public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var kind = (notice.Class, notice.Stage, notice.Severity);
            _notices[kind] = _notices.GetValueOrDefault(kind) + 1;
        }

        return ValueTask.CompletedTask;
    }

    public void Report(WebhookReport report)
    {
        lock (_gate)
        {
            string name = report.Target.FileName;
            _webhooks[name] = (_webhooks.GetValueOrDefault(name) ?? new(report.Target)).After(report, _clock.GetUtcNow());
        }
    }

    /// <summary>Enters a target, so that it is there with zeros before anything happens.</summary>
    public void Enter(WebhookCourier courier)
    {
        lock (_gate)
        {
            _webhooks[courier.Target.FileName] = new(courier.Target) { PendingNow = () => courier.Pending };
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
