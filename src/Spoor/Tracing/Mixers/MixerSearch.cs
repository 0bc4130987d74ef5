using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>Reads from a store what the heuristics need to look at the pools of a chain.</summary>
public static class MixerSearch
{
    /// <param name="gasPrices">By transaction, from a source that tells more than transfers.</param>
    public static async Task<MixerGround> ReadAsync(
        ITransferStore store, ChainId chain, MixerParameters parameters, IReadOnlyList<MiningClaim> claims, IReadOnlyDictionary<TxHash, Amount>? gasPrices, CancellationToken cancellation)
    {
        var atPools = await store.TransfersOfAsync(chain, [.. MixerRegistry.On(chain).Select(pool => pool.Address)], cancellation);
        var calls = atPools.Select(transfer => transfer.Tx).ToHashSet();
        var activity = MixerActivity.Of(chain, await store.TransactionsAsync(chain, calls, cancellation), gasPrices);
        var people = activity.Deposits.Select(deposit => deposit.From).Concat(activity.Withdrawals.Select(withdrawal => withdrawal.Recipient)).ToHashSet();
        var ordinary = (await store.TransfersOfAsync(chain, people, cancellation)).Where(transfer => !calls.Contains(transfer.Tx) && IsOrdinary(transfer)).ToList();
        var partners = ordinary.SelectMany(transfer => new[] { transfer.From, transfer.To }).OfType<Address>().ToHashSet();
        var activities = await store.ActivityOfAsync(chain, partners, cancellation);
        var services = activities.Where(of => of.Value.Counterparties > parameters.MaxPartners).Select(of => of.Key).ToHashSet();
        return new(activity, new(ordinary, services), claims, parameters);
    }

    // Anybody can write a token whose log names two strangers: only coins and tokens of the list tie people together.
    private static bool IsOrdinary(Transfer transfer) =>
        transfer.Kind is TransferKind.Native or TransferKind.Token && TokenList.Builtin.TryGet(transfer.Asset, out _);
}
