using Spoor.Transfers;

namespace Spoor.Detection;

/// <summary>The detector as a follower of chains: asks for the past of recipients, tells the sink, and keeps checkpoints.</summary>
/// <remarks>
/// After a restart it goes on from its checkpoint, is given the blocks after that again, and tells the same notices with the
/// same names; the sink drops those it told before. A checkpoint is taken after the notices before it were told.
/// </remarks>
public sealed class DrainWatch(DrainDetector detector, IRecipientHistory history, IAlertSink sink, CheckpointKeeping keeping) : IChainFollower, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _sinceCheckpoint;

    public DrainDetector Detector => detector;

    public async Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return detector.Recent(chain, count);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation)
    {
        // All that can fail outside comes first, so that a failure leaves nothing half applied. Others have their turn meanwhile:
        // a node that is slow to answer keeps no chain waiting but its own.
        var histories = await PastsOfAsync(blocks, cancellation);
        await _turn.WaitAsync(cancellation);
        try
        {
            List<AlertNotice> told = [.. blocks.SelectMany((block, i) => detector.Apply(block, histories[i], finalized))];
            await TellAsync(told, cancellation);
            _sinceCheckpoint += blocks.Count;
            if (_sinceCheckpoint >= keeping.EveryBlocks)
            {
                await KeepAsync(cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task RewindAsync(ChainId chain, long height, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var told = detector.Rewind(chain, height);
            await TellAsync(told, cancellation);

            // A correction has a number that a replay would not give again, so it is kept at once.
            if (told.Count > 0)
            {
                await KeepAsync(cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Enters a payment that the exchange itself ordered.</summary>
    /// <exception cref="ArgumentException">No such owner is watched.</exception>
    public async Task ExpectAsync(Withdrawal withdrawal, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await TellAsync(detector.Expect(withdrawal), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>How the wallets stand, see <see cref="DrainDetector.Gauges"/>.</summary>
    public async Task<IReadOnlyList<WalletGauge>> GaugesAsync(int most, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return detector.Gauges(most);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<IReadOnlyDictionary<Address, RecipientHistory>>> PastsOfAsync(IReadOnlyList<Block> blocks, CancellationToken cancellation)
    {
        List<IReadOnlyCollection<Address>> unfamiliar;
        await _turn.WaitAsync(cancellation);
        try
        {
            unfamiliar = [.. blocks.Select(detector.Unfamiliar)];
        }
        finally
        {
            _turn.Release();
        }

        List<IReadOnlyDictionary<Address, RecipientHistory>> pasts = [];
        foreach (var (block, addresses) in blocks.Zip(unfamiliar))
        {
            pasts.Add(addresses.Count == 0 ? new Dictionary<Address, RecipientHistory>() : await history.BeforeAsync(block.Chain, addresses, block.Height, cancellation));
        }

        return pasts;
    }

    private async Task TellAsync(IReadOnlyList<AlertNotice> notices, CancellationToken cancellation)
    {
        foreach (var notice in notices)
        {
            await sink.TellAsync(notice, cancellation);
        }
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        _sinceCheckpoint = 0;
        await keeping.Keep(detector.Checkpoint(), cancellation);
    }
}

/// <summary>Where checkpoints go and how often.</summary>
/// <param name="EveryBlocks">Blocks of all chains between two checkpoints.</param>
/// <param name="Keep">Stores the bytes in place of the ones before.</param>
public sealed record CheckpointKeeping(int EveryBlocks, Func<byte[], CancellationToken, Task> Keep);
