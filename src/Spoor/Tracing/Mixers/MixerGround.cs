using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>What the heuristics look at: deposits and withdrawals of one chain, found by person and pool, and what lies around them.</summary>
public sealed class MixerGround
{
    private readonly Dictionary<Address, List<MixerDeposit>> _deposits;
    private readonly Dictionary<Address, List<MixerWithdrawal>> _withdrawals;
    private readonly Dictionary<string, List<Position>> _firsts = [];

    public MixerGround(MixerActivity activity, MixerOutside outside, IReadOnlyList<MiningClaim> claims, MixerParameters parameters)
    {
        (Activity, Outside, Claims, Parameters) = (activity, outside, claims, parameters);
        _deposits = activity.Deposits.GroupBy(deposit => deposit.From).ToDictionary(group => group.Key, group => group.ToList());
        _withdrawals = activity.Withdrawals.GroupBy(withdrawal => withdrawal.Recipient).ToDictionary(group => group.Key, group => group.ToList());
        Depositors = [.. _deposits.Keys.Order()];
        Recipients = [.. _withdrawals.Keys.Order()];
    }

    public MixerActivity Activity { get; }

    public MixerOutside Outside { get; }

    public IReadOnlyList<MiningClaim> Claims { get; }

    public MixerParameters Parameters { get; }

    /// <summary>In order.</summary>
    public IReadOnlyList<Address> Depositors { get; }

    /// <summary>In order.</summary>
    public IReadOnlyList<Address> Recipients { get; }

    /// <summary>In position order.</summary>
    public IReadOnlyList<MixerDeposit> DepositsOf(Address depositor) => _deposits.TryGetValue(depositor, out var found) ? found : [];

    /// <summary>In position order.</summary>
    public IReadOnlyList<MixerWithdrawal> WithdrawalsTo(Address recipient) => _withdrawals.TryGetValue(recipient, out var found) ? found : [];

    /// <summary>How many addresses had deposited into any of the pools before a place; at least 1, for the odds.</summary>
    public int SourcesBefore(IReadOnlyCollection<MixerPool> pools, Position place)
    {
        string key = string.Join(',', pools.Select(pool => pool.Address.ToString()).Order(StringComparer.Ordinal));
        if (!_firsts.TryGetValue(key, out var firsts))
        {
            _firsts[key] = firsts = [.. _deposits.Values.Select(list => list.Find(deposit => pools.Contains(deposit.Pool))).OfType<MixerDeposit>().Select(deposit => deposit.Position).Order()];
        }

        int found = firsts.BinarySearch(place);
        return Math.Max(1, found >= 0 ? found : ~found);
    }
}
