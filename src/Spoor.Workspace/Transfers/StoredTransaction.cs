using Spoor.Transfers;

namespace Spoor.Workspace.Transfers;

/// <summary>All movements of a transaction, on every chain that has it.</summary>
/// <param name="Transfers">In order of chain and position; not empty.</param>
public sealed record StoredTransaction(TxHash Tx, IReadOnlyList<Transfer> Transfers)
{
    /// <param name="chain">Null for every chain.</param>
    /// <returns>Null where the store does not hold it.</returns>
    public static async Task<StoredTransaction?> FindAsync(Workbench workbench, TxHash tx, ChainId? chain, CancellationToken cancellation)
    {
        var store = await workbench.TransfersAsync(cancellation);
        var found = new List<Transfer>();
        foreach (var head in (await store.HeadsAsync(cancellation)).Where(head => chain is null || head.Chain == chain))
        {
            found.AddRange(await store.TransactionsAsync(head.Chain, [tx], cancellation));
        }

        return found.Count == 0 ? null : new(tx, found);
    }
}
