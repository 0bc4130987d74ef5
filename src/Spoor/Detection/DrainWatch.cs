using Spoor.Transfers;
using Spoor.Valuation;

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

    public Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation) =>
        InTurnAsync(() => detector.Recent(chain, count), cancellation);

    public async Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation)
    {
        int known = await KnownAsync(blocks, cancellation);
        foreach (var block in blocks.Skip(known))
        {
            // Others have their turn meanwhile: a node that is slow to answer keeps no chain waiting but its own.
            // Each block is asked about when it comes, so that what is asked does not depend on how blocks were put together.
            var pasts = await PastsOfAsync(block, cancellation);
            await InTurnAsync(async () =>
            {
                await TellAsync(detector.Apply(block, pasts, finalized), cancellation);
                if (++_sinceCheckpoint >= keeping.EveryBlocks)
                {
                    await KeepAsync(cancellation);
                }
            }, cancellation);
        }
    }

    public Task RewindAsync(ChainId chain, long height, CancellationToken cancellation) => InTurnAsync(() => GoBackAsync(chain, height, cancellation), cancellation);

    /// <summary>Enters a payment that the exchange itself ordered.</summary>
    /// <exception cref="ArgumentException">No such owner is watched.</exception>
    public Task ExpectAsync(Withdrawal withdrawal, CancellationToken cancellation) =>
        InTurnAsync(() => TellAsync(detector.Expect(withdrawal), cancellation), cancellation);

    /// <summary>Values by other prices from now on, see <see cref="DrainDetector.Reprice"/>.</summary>
    public Task RepriceAsync(PriceBook prices, CancellationToken cancellation) => InTurnAsync(() => detector.Reprice(prices), cancellation);

    /// <summary>Takes what a chain's wallets held before its first block, see <see cref="DrainDetector.Open"/>.</summary>
    public Task OpenAsync(ChainId chain, WatchList completed, CancellationToken cancellation) => InTurnAsync(() => detector.Open(chain, completed), cancellation);

    /// <summary>How the wallets stand, see <see cref="DrainDetector.Gauges"/>.</summary>
    public Task<IReadOnlyList<WalletGauge>> GaugesAsync(int most, CancellationToken cancellation) => InTurnAsync(() => detector.Gauges(most), cancellation);

    /// <summary>What is held and cannot be spoken of, see <see cref="DrainDetector.Blindness"/>.</summary>
    public Task<Blindness> BlindnessAsync(CancellationToken cancellation) => InTurnAsync(() => detector.Blindness(null), cancellation);

    public void Dispose() => _turn.Dispose();

    private Task<IReadOnlyCollection<Address>> UnfamiliarAsync(Block block, CancellationToken cancellation) => InTurnAsync(() => detector.Unfamiliar(block), cancellation);

    private async Task<IReadOnlyDictionary<Address, RecipientHistory>> PastsOfAsync(Block block, CancellationToken cancellation)
    {
        var unfamiliar = await UnfamiliarAsync(block, cancellation);
        return unfamiliar.Count == 0
            ? new Dictionary<Address, RecipientHistory>()
            : await history.BeforeAsync(block.Chain, unfamiliar, block.Height, cancellation);
    }

    // When the rest of a batch could not be asked about, the batch comes again, perhaps on another branch.
    private async Task<int> KnownAsync(IReadOnlyList<Block> blocks, CancellationToken cancellation)
    {
        var (chain, first) = (blocks[0].Chain, blocks[0].Height);
        int known = 0;
        await InTurnAsync(async () =>
        {
            var above = detector.Recent(chain, blocks.Count).Where(header => header.Height >= first).ToDictionary(header => header.Height, header => header.Hash);
            known = blocks.TakeWhile(block => above.TryGetValue(block.Height, out var hash) && hash == block.Hash).Count();
            if (known < above.Count)
            {
                await GoBackAsync(chain, first + known - 1, cancellation);
            }
        }, cancellation);
        return known;
    }

    private async Task GoBackAsync(ChainId chain, long height, CancellationToken cancellation)
    {
        var told = detector.Rewind(chain, height);
        await TellAsync(told, cancellation);

        // A correction has a number that a replay would not give again, so it is kept at once.
        if (told.Count > 0)
        {
            await KeepAsync(cancellation);
        }
    }

    private Task<bool> InTurnAsync(Action work, CancellationToken cancellation) => InTurnAsync(() =>
    {
        work();
        return true;
    }, cancellation);

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task InTurnAsync(Func<Task> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await work();
        }
        finally
        {
            _turn.Release();
        }
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
