using Spoor.Transfers;

namespace Spoor.Storage.Copying;

/// <summary>Copies a store of transfers into another, whatever engines they are kept in, and proves that both hold the same.</summary>
/// <remarks>
/// Chain by chain, in pages of consecutive heights; each page is taken whole or not at all, and one that the other holds
/// already is passed over, so an interrupted copy goes on where it was. Labels and ledgers are not copied: they stay in their data folder.
/// </remarks>
public sealed class StoreCopy(ITransferArchive from, ITransferArchive to)
{
    /// <summary>Transfers in a page, unless one height has more.</summary>
    public const int UsualPage = 500_000;

    /// <exception cref="StorageException">A store refuses, or the other holds something that this one does not.</exception>
    public async Task<CopyReport> RunAsync(int pageSize, IProgress<CopyProgress>? progress, CancellationToken cancellation)
    {
        var status = await from.StatusAsync(cancellation);
        var chains = status.Chains.Select(head => head.Chain).Union(status.Synced.Select(range => range.Chain)).Order().ToList();
        long done = 0;
        long added = 0;
        foreach (var chain in chains)
        {
            var whole = await SourceAsync(chain, status, cancellation);
            foreach (var page in CopyPage.Of(await from.HeightsAsync(chain, cancellation), pageSize))
            {
                added += await CopyAsync(whole, page, cancellation);
                done += page.Transfers;
                progress?.Report(new(CopyStep.Copying, done, status.Transfers));
            }
        }

        await to.RecordImportsAsync(await from.ImportsAsync(cancellation), cancellation);
        var (here, there) = (await DigestAsync(from, 0, status, progress, cancellation), await DigestAsync(to, status.Transfers, status, progress, cancellation));
        return here == there
            ? new(from.Place, to.Place, chains.Count, added, here)
            : throw new StorageException(
                to.Place,
                $"it does not hold what {from.Place} holds: expected {here}, found {there}",
                "It held something else before: copy into a new store. What was there is as it was, with what was copied beside it.");
    }

    private static Task<StoreDigest> DigestAsync(ITransferArchive store, long before, StoreStatus status, IProgress<CopyProgress>? progress, CancellationToken cancellation) =>
        StoreDigest.OfAsync(store, transfers => progress?.Report(new(CopyStep.Verifying, before + transfers, 2 * status.Transfers)), cancellation);

    private async Task<CopiedChain> SourceAsync(ChainId chain, StoreStatus status, CancellationToken cancellation)
    {
        if (await from.GenesisAsync(chain, cancellation) is { } genesis)
        {
            await to.HoldToGenesisAsync(chain, genesis, cancellation);
        }

        var legs = (await from.BridgeLegsAsync(chain, cancellation)).ToLookup(leg => leg.Position.Block);
        var held = (await to.HeightsAsync(chain, cancellation)).ToDictionary(height => height.Height, height => height.Transfers);
        long? tip = await to.RecentAsync(chain, 1, cancellation) is [var header] ? header.Height : null;
        return new(chain, legs, held, tip, status.Synced.FirstOrDefault(range => range.Chain == chain));
    }

    private async Task<long> CopyAsync(CopiedChain whole, CopyPage page, CancellationToken cancellation)
    {
        bool hasBlocks = whole.Synced is { } range && range.First <= page.Last && range.Last >= page.First;
        bool hasAllBlocks = !hasBlocks || whole.Tip >= Math.Min(page.Last, whole.Synced!.Last);
        if (hasAllBlocks && page.Heights.All(height => whole.Held.GetValueOrDefault(height.Height) == height.Transfers))
        {
            return 0;
        }

        var transfers = await from.BetweenAsync(whole.Chain, page.First, page.Last, cancellation);
        var blocks = hasBlocks ? await from.BlocksAsync(whole.Chain, page.First, page.Last, cancellation) : [];
        var moves = transfers.ToLookup(transfer => transfer.Position.Block);
        if (blocks.Count > 0)
        {
            await to.ApplyAsync(
                [.. blocks.Select(block => block with { Transfers = [.. moves[block.Height]], Bridges = [.. whole.Legs[block.Height]] })],
                whole.Synced!.Finalized,
                cancellation);
        }

        var read = blocks.Select(block => block.Height).ToHashSet();
        await to.AppendManyAsync(whole.Chain, [.. transfers.Where(transfer => !read.Contains(transfer.Position.Block))], cancellation);
        return page.Heights.Sum(height => height.Transfers - whole.Held.GetValueOrDefault(height.Height));
    }

    /// <param name="Held">Transfers that the other store held before, by height.</param>
    /// <param name="Tip">Height of its highest block of a node.</param>
    private sealed record CopiedChain(
        ChainId Chain, ILookup<long, BridgeLeg> Legs, IReadOnlyDictionary<long, long> Held, long? Tip, SyncedRange? Synced);
}
