using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Cli.Sync;
using Spoor.Detection;
using Spoor.Storage.DuckDb;
using Spoor.Transfers;
using Spoor.Web.Operations;

namespace Spoor.Cli.Watching;

/// <summary>Follows chains so that what befalls one does not end the watch of the others.</summary>
/// <param name="chains">How many are followed.</param>
/// <param name="say">Takes what the person who started it should hear.</param>
internal sealed class ChainFollowing(int chains, DuckDbTransferStore store, WatchVitals vitals, TimeProvider clock, Action<string> say)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private int _left = chains;

    /// <summary>Runs until it is cancelled; a node that cannot be used when the watch begins is tried again and again.</summary>
    /// <exception cref="SyncException">Chain and store do not fit together, and no other chain is left to watch.</exception>
    public async Task RunAsync(WatchedNode watched, ChainBeginning beginning, DrainWatch detection, CancellationToken cancellation)
    {
        try
        {
            for (var wait = FirstWait; ; wait = 2 * wait < LongestWait ? 2 * wait : LongestWait)
            {
                try
                {
                    await FollowAsync(watched, beginning, detection, cancellation);
                    return;
                }
                catch (NodeException failure)
                {
                    vitals.Fail(beginning.Chain, failure.Message);
                }

                await Task.Delay(wait, clock, cancellation);
            }
        }
        catch (SyncException failure) when (Interlocked.Decrement(ref _left) > 0)
        {
            vitals.Fail(beginning.Chain, failure.Message);
            say($"{watched.Node.Chain.Name} is watched no more: {failure.Message} The other chains are.");
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation);
        }
    }

    private async Task FollowAsync(WatchedNode watched, ChainBeginning beginning, DrainWatch detection, CancellationToken cancellation)
    {
        var identity = await watched.Node.IdentifyAsync(cancellation);
        await store.HoldToGenesisAsync(beginning.Chain, identity.Genesis, cancellation);

        // The store first: it is asked for the past of a recipient, and a batch may hold that past and the payment.
        IReadOnlyList<IChainFollower> followers = [new TracedFollower(store, "store"), new TracedFollower(detection, "detect")];
        bool goesOn = await detection.RecentAsync(beginning.Chain, 1, cancellation) is [_, ..];
        var options = new SyncOptions { Follow = true, From = goesOn ? null : beginning.First };
        await new ChainSync(watched.Node, followers, options, clock).RunAsync(new VitalsProgress(vitals, say), cancellation);
    }
}
