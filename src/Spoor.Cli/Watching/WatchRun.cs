using Spoor.Chains.Sync;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;
using Spoor.Web.Alerts;
using Spoor.Web.Operations;
using Spoor.Web.Webhooks;

namespace Spoor.Cli.Watching;

/// <summary>A watch at work: chains are followed, alerts are told, whoever asks is answered, until it is cancelled.</summary>
internal sealed class WatchRun : IAsyncDisposable
{
    private readonly WatchParts _parts;
    private readonly TimeProvider _clock;
    private readonly Action<string> _say;
    private readonly DuckDbTransferStore _store;
    private readonly AlertLog _log;
    private readonly WithdrawalInbox? _inbox;
    private readonly DrainWatch _detection;
    private readonly List<WebhookCourier> _couriers = [];

    /// <param name="say">Takes what the person who started it should hear.</param>
    /// <exception cref="FormatException">A file of the data folder is damaged.</exception>
    public WatchRun(WatchParts parts, TimeProvider clock, Action<string> say)
    {
        _parts = parts;
        _clock = clock;
        _say = say;
        Vitals = new(parts.Nodes.Select(node => node.Node.Chain.Id), clock);
        _log = AlertLog.Open(parts.AlertFile, clock);
        _store = DuckDbTransferStore.Open(parts.Folder);
        _inbox = parts.WithdrawalToken is null ? null : WithdrawalInbox.Open(FileOf("withdrawals.jsonl"), clock);
        var checkpoint = new CheckpointFile(FileOf("watch.checkpoint"));
        var past = new JoinedRecipientHistory(new StoreRecipientHistory(_store, TokenList.Builtin), new NodePast(parts.Nodes.Where(node => node.Past is not null).ToDictionary(node => node.Node.Chain.Id, node => node.Past!), clock));
        _detection = new(checkpoint.Open(parts), past, new AlertFanout(_log, [Vitals, .. parts.Sinks]), checkpoint.Keeping);
        foreach (var target in parts.Webhooks)
        {
            var courier = new WebhookCourier(target, _log, new(FileOf("webhooks"), target, _log), clock, Report);
            _couriers.Add(courier);
            Vitals.Enter(courier);
        }
    }

    public WatchVitals Vitals { get; }

    /// <summary>Runs until it is cancelled or something breaks for good.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await ExpectAsync(_detection, cancellation);

        foreach (string change in _detection.Detector.Changes)
        {
            _say(change);
        }

        using var push = _inbox is null
            ? null
            : new WithdrawalPush(_parts.WithdrawalToken!, _inbox, _parts.Watch, withdrawal => _detection.ExpectAsync(withdrawal, cancellation));
        await using var endpoint = _parts.Listen is { } url ? await OperationsEndpoint.StartAsync(url, Vitals, push, cancellation) : null;
        if (endpoint is not null)
        {
            _say($"Answers at {endpoint.Url}: /healthz, /metrics{(push is null ? "" : ", POST /withdrawals")}.");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        List<Task> working =
        [
            .. _parts.Nodes.Select(node => FollowAsync(node, stop.Token)),
            .. _couriers.Select(courier => courier.RunAsync(stop.Token)),
        ];
        var ended = await Task.WhenAny(working);
        await stop.CancelAsync();
        await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _parts.Nodes)
        {
            await node.DisposeAsync();
        }

        _couriers.ForEach(courier => courier.Dispose());
        _detection.Dispose();
        _inbox?.Dispose();
        _store.Dispose();
        _log.Dispose();
    }

    // An owner may have left the watch file since; what was ordered for it concerns nobody any more.
    private async Task ExpectAsync(DrainWatch detection, CancellationToken cancellation)
    {
        var known = _parts.Ordered.Concat(_inbox?.Earlier ?? []).ToLookup(withdrawal => _parts.Watch.Watches(withdrawal.Owner));
        foreach (var strange in known[false].GroupBy(withdrawal => withdrawal.Owner))
        {
            _say($"Skipped {Counted.Of(strange.Count(), "withdrawal", "withdrawals")} of '{strange.Key}', who is not watched any more.");
        }

        foreach (var withdrawal in known[true])
        {
            await detection.ExpectAsync(withdrawal, cancellation);
        }
    }

    private async Task FollowAsync(WatchedNode watched, CancellationToken cancellation)
    {
        var chain = watched.Node.Chain.Id;
        var identity = await watched.Node.IdentifyAsync(cancellation);
        await _store.HoldToGenesisAsync(chain, identity.Genesis, cancellation);
        foreach (string gap in GapsText.Sentences(identity.Gaps, 0))
        {
            _say($"{watched.Node.Chain.Name}: {gap}");
        }

        // The store first: it is asked for the past of a recipient, and a batch may hold that past and the payment.
        IReadOnlyList<IChainFollower> followers = [_store, _detection];
        var options = new SyncOptions { Follow = true, From = await StartAsync(watched, followers, cancellation) };
        await new ChainSync(watched.Node, followers, options, _clock).RunAsync(new VitalsProgress(Vitals, _say), cancellation);
    }

    // A watch begins where it stopped, else where it was told to, else at the head: what is over cannot be stopped.
    private static async Task<long?> StartAsync(WatchedNode watched, IReadOnlyList<IChainFollower> followers, CancellationToken cancellation)
    {
        foreach (var follower in followers)
        {
            if (await follower.RecentAsync(watched.Node.Chain.Id, 1, cancellation) is [_, ..])
            {
                return null;
            }
        }

        return watched.From ?? (await watched.Node.HeadAsync(cancellation)).Latest.Height;
    }

    private void Report(WebhookReport report)
    {
        Vitals.Report(report);
        if (report is WebhookReport.Failed { Attempts: 1 } failed)
        {
            _say($"Webhook {failed.To.ShownName}: {failed.Why}; trying again until it works.");
        }
        else if (report is WebhookReport.GivenUp given)
        {
            _say($"Webhook {given.To.ShownName}: gave up notice {given.Notice} after {given.Attempts} attempts ({given.Why}); it lies in {given.File}.");
        }
    }

    private string FileOf(string name) => Path.Combine(_parts.Folder.Path, name);
}
