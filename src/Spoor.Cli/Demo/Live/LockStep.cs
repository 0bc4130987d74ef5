using Spoor.Cli.Watching;

namespace Spoor.Cli.Demo.Live;

/// <summary>Takes the story one block at a time: the next is made when the watch has passed the one before.</summary>
/// <remarks>
/// An owner on two chains is one owner, so the order in which blocks of different chains come is part of what a watch sees.
/// Two real chains come in any order; here it is always the same, and so is what the watch says.
/// </remarks>
internal sealed class LockStep(WatchRun run, Task watching, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Pays, and waits until the watch has passed the block.</summary>
    /// <exception cref="IOException">The watch stands still.</exception>
    public async Task<SentPayment> SendAsync(DemoPayment payment, CancellationToken cancellation)
    {
        var sent = clock.GetUtcNow();
        var tx = await payment.SendAsync(cancellation);
        await CatchUpAsync(payment.Chain, cancellation);
        return new(payment, tx, sent);
    }

    /// <summary>Waits until the watch has passed all blocks of a chain.</summary>
    /// <exception cref="IOException">The watch stands still.</exception>
    public async Task CatchUpAsync(DemoChain chain, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp();
        long height = await chain.HeightAsync(cancellation);
        while (run.Vitals.Chains.First(known => known.Chain == chain.Chain.Id).Head is not { } head || head < height)
        {
            if (watching.IsCompleted)
            {
                await watching;
            }

            if (clock.GetElapsedTime(started) > Patience)
            {
                throw new IOException($"The watch did not reach block {height} of {chain.Chain} within {Patience.TotalSeconds:0} seconds.");
            }

            await Task.Delay(Look, clock, cancellation);
        }
    }
}
