using Spoor.Labels;
using Spoor.Screening;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Transfers;
using Spoor.Valuation;
using Spoor.Workspace.Transfers;

namespace Spoor.Workspace.Screening;

/// <summary>Reads all that screening needs out of a data folder into memory.</summary>
public static class ScreeningBookReading
{
    /// <param name="folder">One without a store gives a book of the labels alone.</param>
    /// <param name="chain">The one chain that is asked about; null for all.</param>
    /// <param name="before">Labels that rank before those of the store.</param>
    public static async Task<ScreeningBook> ReadAsync(
        DataFolder folder, ChainId? chain, LabelBook before, PriceBook prices, TokenList tokens, ScreeningRules rules, CancellationToken cancellation)
    {
        ScreeningGround ground = new(prices, tokens);
        var history = LabelHistory.Empty;
        if (File.Exists(folder.StoreFile))
        {
            await AddTransfersAsync(ground, folder, chain, cancellation);
            using var store = DuckDbLabelStore.Open(folder);
            history = await store.HistoryAsync(cancellation);
        }

        return ScreeningBook.Build(ground, before.Then(history.At(null)), history.Lineage, tokens, rules);
    }

    /// <summary>Adds the transfers of a chain.</summary>
    public static async Task AddAsync(this ScreeningGround ground, ITransferArchive store, ChainId chain, CancellationToken cancellation)
    {
        await foreach (var part in store.PartsAsync(chain, cancellation))
        {
            foreach (var transfer in part)
            {
                ground.Add(transfer);
            }
        }
    }

    private static async Task AddTransfersAsync(ScreeningGround ground, DataFolder folder, ChainId? chain, CancellationToken cancellation)
    {
        using var store = DuckDbTransferStore.Open(folder);
        foreach (var head in await store.HeadsAsync(cancellation))
        {
            if (chain is { } asked && head.Chain != asked)
            {
                continue;
            }

            await ground.AddAsync(store, head.Chain, cancellation);
        }
    }
}
