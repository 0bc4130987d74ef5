using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Lets the detector keep up with chains, asks for the past of recipients, and tells what it says.</summary>
internal sealed class DrainFollower(DrainDetector detector, IRecipientHistory histories, IAlertSink sink) : IChainFollower
{
    private readonly Dictionary<ChainId, List<BlockHeader>> _recent = [];

    public Task<IReadOnlyList<BlockHeader>> RecentAsync(ChainId chain, int count, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<BlockHeader>>([.. OfChain(chain).AsEnumerable().Reverse().Take(count)]);

    public async Task ApplyAsync(IReadOnlyList<Block> blocks, long? finalized, CancellationToken cancellation)
    {
        foreach (var block in blocks)
        {
            var unfamiliar = detector.Unfamiliar(block);
            var known = unfamiliar.Count == 0
                ? new Dictionary<Address, RecipientHistory>()
                : await histories.BeforeAsync(block.Chain, unfamiliar, block.Height, cancellation);
            await TellAsync(detector.Apply(block, known, finalized), cancellation);
            OfChain(block.Chain).Add(block.Header!);
        }
    }

    public async Task RewindAsync(ChainId chain, long height, CancellationToken cancellation)
    {
        await TellAsync(detector.Rewind(chain, height), cancellation);
        OfChain(chain).RemoveAll(header => header.Height > height);
    }

    public async Task ExpectAsync(Withdrawal withdrawal, CancellationToken cancellation) =>
        await TellAsync(detector.Expect(withdrawal), cancellation);

    private async Task TellAsync(IReadOnlyList<AlertNotice> notices, CancellationToken cancellation)
    {
        foreach (var notice in notices)
        {
            await sink.TellAsync(notice, cancellation);
        }
    }

    private List<BlockHeader> OfChain(ChainId chain)
    {
        if (!_recent.TryGetValue(chain, out var headers))
        {
            _recent[chain] = headers = [];
        }

        return headers;
    }
}
