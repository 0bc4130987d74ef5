using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Cli.Output;
using Spoor.Cli.Sync;
using Spoor.Detection;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;
using Spoor.Web.Operations;
using Spoor.Workspace.Watching;

namespace Spoor.Cli.Watching;

/// <summary>Follows chains so that what befalls one does not end the watch of the others.</summary>
/// <param name="say">Takes what the person who started it should hear.</param>
internal sealed class ChainFollowing(
    WatchParts parts, Beginnings beginnings, DrainWatch detection, DuckDbTransferStore store, WatchVitals vitals, TimeProvider clock, Action<string> say)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private int _left = parts.Nodes.Count;

    /// <summary>Runs until it is cancelled; a node that cannot be used when the watch begins is tried again and again.</summary>
    /// <exception cref="SyncException">Chain and store do not fit together, and no other chain is left to watch.</exception>
    public async Task RunAsync(WatchedNode watched, CancellationToken cancellation)
    {
        var chain = watched.Node.Chain;
        bool isSaid = false;
        try
        {
            for (var wait = FirstWait; ; wait = 2 * wait < LongestWait ? 2 * wait : LongestWait)
            {
                try
                {
                    await FollowAsync(watched, cancellation);
                    return;
                }
                catch (NodeException failure)
                {
                    if (!isSaid)
                    {
                        say($"{chain.Name} cannot be watched yet: {failure.Message} It is tried again until it can.");
                        isSaid = true;
                    }

                    vitals.Fail(chain.Id, failure.Message);
                }

                await Task.Delay(wait, clock, cancellation);
            }
        }
        catch (SyncException failure) when (Interlocked.Decrement(ref _left) > 0)
        {
            vitals.Fail(chain.Id, failure.Message);
            say($"{chain.Name} is watched no more: {failure.Message} The other chains are.");
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation);
        }
    }

    private async Task FollowAsync(WatchedNode watched, CancellationToken cancellation)
    {
        var chain = watched.Node.Chain.Id;
        var identity = await watched.Node.IdentifyAsync(cancellation);
        await store.HoldToGenesisAsync(chain, identity.Genesis, cancellation);
        var tip = await detection.RecentAsync(chain, 1, cancellation) is [var last, ..] ? last : null;
        if (beginnings.Of(chain) is not { } beginning)
        {
            beginning = await beginnings.BeginAsync(watched, cancellation);
            if (tip is null)
            {
                await detection.OpenAsync(chain, Openings.Completed(parts.Watch, [beginning]), cancellation);
            }
        }

        await TellAsync(watched, identity, tip is null ? $"begins at block {beginning.First}" : $"goes on after block {tip.Height}", cancellation);

        // The store first: it is asked for the past of a recipient, and a batch may hold that past and the payment.
        IReadOnlyList<IChainFollower> followers = [new TracedFollower(store, "store"), new TracedFollower(detection, "detect")];
        var options = new SyncOptions { Follow = true, From = tip is null ? beginning.First : null };
        await new ChainSync(watched.Node, followers, options, clock).RunAsync(new VitalsProgress(vitals, say), cancellation);
    }

    private async Task TellAsync(WatchedNode watched, NodeIdentity identity, string where, CancellationToken cancellation)
    {
        var chain = watched.Node.Chain;
        string standIns = watched.Shown.Count > 1 ? $" and {Counted.Of(watched.Shown.Count - 1, "stand-in", "stand-ins")}" : "";
        string node = watched.Shown.Count == 0 ? "its node" : watched.Shown[0];
        string client = identity.Client.Length > 0 ? $" ({identity.Client})" : "";
        string traces = chain.Family != ChainFamily.Evm ? "" : identity.Gaps.HasFlag(BlockGaps.InternalMoves) ? ", without traces" : ", with traces";
        say($"{chain.Name} {where}, read from {node}{client}{standIns}{traces}.");
        foreach (string gap in GapsText.Sentences(identity.Gaps, 0))
        {
            say($"{chain.Name}: {gap}");
        }

        var blindness = await detection.BlindnessAsync(cancellation);
        var unopened = blindness.Unopened.Where(account => account.Chain == chain.Id).ToList();
        foreach (string sentence in BlindnessText.Sentences(blindness with { Unpriced = [], Void = [], Unopened = unopened }, parts.Watch, parts.Tokens))
        {
            say($"{chain.Name}: {sentence}");
        }
    }
}
