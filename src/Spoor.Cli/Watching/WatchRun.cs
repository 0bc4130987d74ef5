using Spoor.Chains.Nodes;
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
    private const string CheckpointName = "watch.checkpoint";
    private const int ShownWallets = 10;

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
        var beginnings = await BeginAsync(cancellation);
        var detection = _detection = Detection(beginnings);
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
        var following = new ChainFollowing(_parts.Nodes.Count, _store, Vitals, _clock, _say);
        List<Task> working =
        [
            .. _parts.Nodes.Select((node, i) => following.RunAsync(node, beginnings[i], detection, stop.Token)),
            .. _couriers.Select(courier => courier.RunAsync(stop.Token)),
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

        foreach (var withdrawal in known[true])
        {
            await detection.ExpectAsync(withdrawal, cancellation);
        }
    }

    private DrainWatch Detection(IReadOnlyList<ChainBeginning> beginnings)
    {
        var checkpoint = new CheckpointFile(FileOf(CheckpointName));
        var asked = _parts.Nodes.Where(node => node.Past is not null).ToDictionary(node => node.Node.Chain.Id, node => node.Past!);
        var past = new JoinedRecipientHistory(new StoreRecipientHistory(_store, TokenList.Builtin), new NodePast(asked, _parts.PastPatience, _clock));
        var detector = checkpoint.Open(_parts with { Watch = Openings.Completed(_parts.Watch, beginnings) });
        return new(detector, past, new AlertFanout(_log, [Vitals, .. _parts.Sinks]), checkpoint.Keeping);
    }

    // On disk before the first block is looked at, so that a restart begins where this did.
    private async Task<IReadOnlyList<ChainBeginning>> BeginAsync(CancellationToken cancellation)
    {
        var file = new BeginningFile(FileOf("watch.beginning"));
        var kept = file.Read();
        var beginnings = await Task.WhenAll(_parts.Nodes.Select(node => BeginAsync(node, kept, cancellation)));
        file.Write(kept.Where(one => !beginnings.Any(beginning => beginning.Chain == one.Chain)).Concat(beginnings));
        return beginnings;
    }

    private async Task<ChainBeginning> BeginAsync(WatchedNode watched, IReadOnlyList<ChainBeginning> kept, CancellationToken cancellation)
    {
        var chain = watched.Node.Chain.Id;
        var known = kept.FirstOrDefault(one => one.Chain == chain);
        try
        {
            var identity = await watched.Node.IdentifyAsync(cancellation);
            await _store.HoldToGenesisAsync(chain, identity.Genesis, cancellation);
            foreach (string gap in GapsText.Sentences(identity.Gaps, 0))
            {
                _say($"{watched.Node.Chain.Name}: {gap}");
            }
        }
        catch (NodeException failure) when (known is not null)
        {
            // It was watched before, so the others go on, and it does as soon as its node can be used.
            _say($"{watched.Node.Chain.Name} cannot be watched yet: {failure.Message}");
        }

        if (known is not null)
        {
            return Openings.Pruned(known, _parts.Watch);
        }

        // A watch begins behind what is in the store, else where it was told to, else at the head: what is over cannot be stopped.
        long first = await _store.RecentAsync(chain, 1, cancellation) is [var tip, ..]
            ? tip.Height + 1
            : watched.From ?? (await watched.Node.HeadAsync(cancellation)).Latest.Height;
        bool isNew = kept.Count > 0 || !File.Exists(FileOf(CheckpointName));
        var before = isNew && first > 0 ? await watched.Node.HeaderAsync(first - 1, cancellation) : null;
        return new(chain, first, await new Openings(_parts.Watch, _parts.Prices, _say).AskAsync(watched, before, cancellation));
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
