using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>What happened at the pools of one chain, as far as the transfers at hand tell.</summary>
public sealed record MixerActivity
{
    public required ChainId Chain { get; init; }

    /// <summary>In position order.</summary>
    public required IReadOnlyList<MixerDeposit> Deposits { get; init; }

    /// <summary>In position order.</summary>
    public required IReadOnlyList<MixerWithdrawal> Withdrawals { get; init; }

    /// <summary>Transactions in which a pool paid what is no withdrawal, or was paid what is no deposit; in order.</summary>
    public required IReadOnlyList<TxHash> Unrecognised { get; init; }

    /// <summary>The pools in which anything happened, in the order of the registry.</summary>
    public IReadOnlyList<MixerPool> Pools =>
        [.. MixerRegistry.On(Chain).Where(pool => Deposits.Any(deposit => deposit.Pool == pool) || Withdrawals.Any(withdrawal => withdrawal.Pool == pool))];

    /// <param name="transfers">All transfers of the transactions that touch a pool, in whatever order.</param>
    /// <param name="gasPrices">By transaction, where a source told them.</param>
    public static MixerActivity Of(ChainId chain, IEnumerable<Transfer> transfers, IReadOnlyDictionary<TxHash, Amount>? gasPrices = null)
    {
        var deposits = new List<MixerDeposit>();
        var withdrawals = new List<MixerWithdrawal>();
        var unrecognised = new SortedSet<TxHash>();
        foreach (var group in transfers.Distinct(TransferIdentity.Instance).Where(transfer => transfer.Chain == chain).GroupBy(transfer => transfer.Tx))
        {
            var call = new PoolTransaction([.. group.Order(TransferOrder.Instance)], gasPrices?.TryGetValue(group.Key, out var price) == true ? price : null);
            deposits.AddRange(call.Deposits());
            withdrawals.AddRange(call.Withdrawals());
            if (call.IsUnclear)
            {
                unrecognised.Add(group.Key);
            }
        }

        // By transaction where positions are equal, so that the order of the input changes nothing.
        IReadOnlyList<MixerDeposit> ordered = [.. deposits.OrderBy(deposit => deposit.Position).ThenBy(deposit => deposit.Tx)];
        return new()
        {
            Chain = chain,
            Deposits = ordered,
            Withdrawals = [.. Counted(ordered, [.. withdrawals.OrderBy(withdrawal => withdrawal.Position).ThenBy(withdrawal => withdrawal.Tx)])],
            Unrecognised = [.. unrecognised],
        };
    }

    private static IEnumerable<MixerWithdrawal> Counted(IReadOnlyList<MixerDeposit> deposits, IReadOnlyList<MixerWithdrawal> withdrawals)
    {
        var seen = new Dictionary<MixerPool, (long In, long Out, bool IsShort)>();
        int next = 0;
        foreach (var withdrawal in withdrawals)
        {
            for (; next < deposits.Count && deposits[next].Position < withdrawal.Position; next++)
            {
                var of = seen.GetValueOrDefault(deposits[next].Pool);
                seen[deposits[next].Pool] = of with { In = of.In + 1 };
            }

            var (put, taken, isShort) = seen.GetValueOrDefault(withdrawal.Pool);
            // More out than in: the data begin after the pool did, and nothing counted from them is the set any more.
            bool lacks = isShort || put - taken < 1;
            seen[withdrawal.Pool] = (put, taken + 1, lacks);
            yield return withdrawal with { DepositsBefore = put, AnonymitySet = lacks ? null : put - taken };
        }
    }
}
