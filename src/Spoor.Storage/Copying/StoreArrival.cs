namespace Spoor.Storage.Copying;

/// <summary>Brings the transfers of a store into another that may hold more; what that holds already is left out.</summary>
public sealed class StoreArrival(ITransferArchive from, ITransferArchive to)
{
    /// <returns>How many were new.</returns>
    /// <exception cref="StorageException">A store refuses; each page is in whole or not at all, and to run it again adds the rest.</exception>
    public async Task<long> RunAsync(IProgress<CopyProgress>? progress, CancellationToken cancellation)
    {
        var status = await from.StatusAsync(cancellation);
        var (done, added) = (0L, 0L);
        foreach (var chain in status.Chains.Select(head => head.Chain))
        {
            foreach (var page in CopyPage.Of(await from.HeightsAsync(chain, cancellation), StoreCopy.UsualPage))
            {
                added += await to.AppendManyAsync(chain, await from.BetweenAsync(chain, page.First, page.Last, cancellation), cancellation);
                done += page.Transfers;
                progress?.Report(new(CopyStep.Copying, done, status.Transfers));
            }
        }

        await to.RecordImportsAsync(await from.ImportsAsync(cancellation), cancellation);
        return added;
    }
}
