using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Storage.DuckDb;
using Spoor.Web.Alerts;
using Spoor.Web.Operations;
using Spoor.Web.Suspensions;
using Spoor.Web.Webhooks;

namespace Spoor.Cli.Watching;

/// <summary>A watch at work: chains are followed, alerts are told, whoever asks is answered, until it is cancelled.</summary>
internal sealed class WatchRun : IAsyncDisposable
{
    private const string CheckpointName = "watch.checkpoint";
    private const int ShownWallets = 10;
    private const int WithdrawalsKept = DrainDetector.MostExpected;

    private readonly WatchParts _parts;
    private readonly TimeProvider _clock;
    private readonly Action<string> _say;
    private readonly DuckDbTransferStore _store;
    private readonly AlertLog _log;
    private readonly WithdrawalInbox? _inbox;
    private readonly List<WebhookCourier> _couriers = [];
    private DrainWatch? _detection;

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
        var beginnings = new Beginnings(new(FileOf("watch.beginning")), _parts, _store, File.Exists(FileOf(CheckpointName)), _say);
        var detection = _detection = Detection(beginnings);
        var upkeep = new Upkeep(_parts, detection, Vitals, _clock, _say);
        await upkeep.LookAsync(cancellation);
        await ExpectAsync(detection, cancellation);
        foreach (string change in detection.Detector.Changes)
        {
            _say(change);
        }

        using var push = _inbox is null
            ? null
            : new WithdrawalPush(_parts.WithdrawalToken!, _inbox, _parts.Watch, withdrawal => detection.ExpectAsync(withdrawal, cancellation));
        await using var endpoint = _parts.Listen is { } url ? await OperationsEndpoint.StartAsync(url, Vitals, push, cancellation) : null;
        if (endpoint is not null)
        {
            _say($"Answers at {endpoint.Url}: /healthz, /metrics{(push is null ? "" : ", POST /withdrawals")}.");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var following = new ChainFollowing(_parts, beginnings, detection, _store, Vitals, _clock, _say);
        List<Task> working =
        [
            .. _parts.Nodes.Select(node => following.RunAsync(node, stop.Token)),
            .. _couriers.Select(courier => courier.RunAsync(stop.Token)),
            upkeep.RunAsync(stop.Token),
            .. Suspending.Select(suspending => suspending.RunAsync(stop.Token)),
        ];
        var ended = await Task.WhenAny(working);
        await stop.CancelAsync();
        await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
    }

    /// <summary>How the wallets stand from which most left; none before the watch has begun.</summary>
    public async Task<IReadOnlyList<WalletGauge>> GaugesAsync(CancellationToken cancellation) =>
        _detection is { } detection ? await detection.GaugesAsync(ShownWallets, cancellation) : [];

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _parts.Nodes)
        {
            await node.DisposeAsync();
        }

        foreach (var suspending in Suspending)
        {
            await suspending.DisposeAsync();
        }

        _couriers.ForEach(courier => courier.Dispose());
        _detection?.Dispose();
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

        foreach (var many in known[true].GroupBy(withdrawal => withdrawal.Owner).Where(ofOwner => ofOwner.Count() > WithdrawalsKept))
        {
            _say($"Of {Counted.Of(many.Count(), "withdrawal", "withdrawals")} of {many.Key} only the last {WithdrawalsKept} are waited for; leave out of the log what was paid long ago.");
        }

        foreach (var withdrawal in known[true])
        {
            await detection.ExpectAsync(withdrawal, cancellation);
        }
    }

    private DrainWatch Detection(Beginnings beginnings)
    {
        var checkpoint = new CheckpointFile(FileOf(CheckpointName));
        var asked = _parts.Nodes.Where(node => node.Past is not null).ToDictionary(node => node.Node.Chain.Id, node => node.Past!);
        var past = new JoinedRecipientHistory(new StoreRecipientHistory(_store, _parts.Tokens), new NodePast(asked, _parts.PastPatience, _clock));
        var detector = checkpoint.Open(_parts with { Watch = Openings.Completed(_parts.Watch, beginnings.Known) });
        return new(detector, past, new AlertFanout(_log, [Vitals, .. Suspending, .. _parts.Sinks]), checkpoint.Keeping);
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

    private IEnumerable<SuspendingSink> Suspending => _parts.Suspending is { } suspending ? [suspending] : [];

    private string FileOf(string name) => Path.Combine(_parts.Folder.Path, name);
}
