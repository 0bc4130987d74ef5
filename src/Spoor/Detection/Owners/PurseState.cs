using System.Numerics;
using Spoor.Detection.Baselines;
using Spoor.Detection.Steps;
using Spoor.Transfers;

namespace Spoor.Detection.Owners;

/// <summary>What a purse holds, as far as it can be known, and how it is used.</summary>
internal sealed class PurseState
{
    private readonly SortedDictionary<AssetId, Balance> _balances;

    private readonly PurseHabit _habit;

    private PurseState(SortedDictionary<AssetId, Balance> balances, PurseHabit habit, SendingManner manner, bool isAhead)
    {
        _balances = balances;
        _habit = habit;
        Manner = manner;
        IsAhead = isAhead;
    }

    /// <summary>Whether it belongs to the version that may be taken back.</summary>
    public bool IsAhead { get; }

    /// <summary>What it usually does; to be read only, see <see cref="Learn"/>.</summary>
    public WalletHabit Habit => _habit.Habit;

    public SendingManner Manner { get; set; }

    public IReadOnlyDictionary<AssetId, Balance> Balances => _balances;

    /// <summary>A purse before its first block.</summary>
    public static PurseState Of(PurseName name)
    {
        SortedDictionary<AssetId, Balance> balances = [];
        var assets = name.Wallets.SelectMany(wallet => wallet.Opening.Keys).Distinct();
        foreach (var asset in assets)
        {
            var sum = name.Wallets.Aggregate(BigInteger.Zero, (total, wallet) => total + (BigInteger)wallet.Opening.GetValueOrDefault(asset).Units);
            bool isWhole = name.Wallets.TrueForAll(wallet => wallet.Opening.ContainsKey(asset));
            balances[asset] = new(sum, isWhole);
        }

        return new(balances, new(new WalletHabit()), SendingManner.None, isAhead: false);
    }

    /// <summary>A purse as a checkpoint has it.</summary>
    public static PurseState Restored(IEnumerable<(AssetId Asset, Balance Balance)> balances, WalletHabit habit, SendingManner manner) =>
        new(new(balances.ToDictionary(held => held.Asset, held => held.Balance)), new(habit), manner, isAhead: false);

    /// <summary>A version that goes ahead of this one and may be taken back.</summary>
    public PurseState Above() => new(new(_balances), _habit.Above(), Manner, isAhead: true);

    /// <summary>Takes what a purse held before its first block.</summary>
    public void BeginWith(PurseState opening)
    {
        foreach (var (asset, balance) in opening._balances)
        {
            _balances[asset] = balance;
        }
    }

    public void Learn(in HabitOutflow outflow) => _habit.Learn(outflow);

    public Balance BalanceOf(AssetId asset) => _balances.GetValueOrDefault(asset, Balance.Unknown);

    public void Change(AssetId asset, BigInteger units) => _balances[asset] = BalanceOf(asset).Plus(units);

    /// <summary>Says that nothing was held before the first block watched, because that was the chain's first.</summary>
    public void BeginAtNothing(AssetId asset) => _balances.TryAdd(asset, new(BigInteger.Zero, IsKnown: true));
}

/// <summary>A holding of one asset.</summary>
/// <param name="Units">What is surely held; all of it when <paramref name="IsKnown"/>.</param>
/// <param name="IsKnown">Whether there can be no more: the opening balance was told.</param>
internal readonly record struct Balance(BigInteger Units, bool IsKnown)
{
    public static readonly Balance Unknown = new(BigInteger.Zero, IsKnown: false);

    /// <summary>
    /// After a change. More leaving than was known to be there proves that the balance was larger: what is left is at
    /// least nothing, and how much it is nobody knows any more.
    /// </summary>
    public Balance Plus(BigInteger change)
    {
        var after = Units + change;
        return after.Sign < 0 ? Unknown : this with { Units = after };
    }
}
