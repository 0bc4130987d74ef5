namespace Spoor.Transfers;

/// <summary>Work that reads as it goes where a store can give its transfers so, and in batches where it cannot.</summary>
public static class AtHand
{
    /// <param name="store">The store to read.</param>
    /// <param name="instant">The work over transfers that are at hand.</param>
    /// <param name="fetching">The same work over the store's batches.</param>
    public static async Task<T> RunAsync<T>(
        ITransferStore store, Func<IInstantTransfers, T> instant, Func<Task<T>> fetching, CancellationToken cancellation)
    {
        while (await store.AtHandAsync(cancellation) is { } transfers)
        {
            try
            {
                return instant(transfers);
            }
            catch (AtHandLostException lost)
            {
                // A store never gives the same transfers twice once it was told.
                await store.LoseAsync(lost, cancellation);
            }
        }

        return await fetching();
    }
}
