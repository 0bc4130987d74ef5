using Spoor.Detection.Owners;
using Spoor.Valuation;

namespace Spoor.Detection;

/// <content>The wallets beside their habits, for whoever sits before a screen; changes nothing.</content>
public sealed partial class DrainDetector
{
    private static readonly TimeSpan GaugedWindow = TimeSpan.FromHours(1);

    /// <summary>The wallets from which most left within the last hour, then those that hold most.</summary>
    /// <param name="most">How many at most; only of these a habit is looked up.</param>
    public IReadOnlyList<WalletGauge> Gauges(int most)
    {
        var wallets =
            from owner in Enumerable.Range(0, Watch.Owners.Count)
            let left = LeftOf(_head.Owners[owner])
            from purse in Enumerable.Range(0, _index.Purses[owner].Count)
            let holds = HoldsOf(_head.Owners[owner].Purses[purse])
            select (Owner: owner, Purse: purse, Left: left.GetValueOrDefault(purse), Holds: holds);
        return
        [
            .. wallets.OrderByDescending(wallet => wallet.Left.Sum).ThenByDescending(wallet => wallet.Holds).ThenBy(wallet => (wallet.Owner, wallet.Purse))
                .Take(most).Select(wallet => GaugeOf(wallet.Owner, wallet.Purse, wallet.Left, wallet.Holds)),
        ];
    }

    private Dictionary<int, (UsdValue Sum, UsdValue Largest)> LeftOf(OwnerState state)
    {
        Dictionary<int, (UsdValue Sum, UsdValue Largest)> left = [];
        foreach (var outflow in state.Outflows.All.Where(outflow => !_head.Clocks.IsPast(outflow.Chain, outflow.Time, GaugedWindow)))
        {
            foreach (var ofPurse in outflow.Payouts.GroupBy(payout => payout.Purse))
            {
                var usd = UsdValue.Sum(ofPurse.Select(payout => payout.Usd).OfType<UsdValue>());
                var (sum, largest) = left.GetValueOrDefault(ofPurse.Key);
                left[ofPurse.Key] = (sum + usd, usd > largest ? usd : largest);
            }
        }

        return left;
    }

    private UsdValue HoldsOf(PurseState purse) =>
        UsdValue.Sum(purse.Balances.Select(held => _worth.Of(held.Key, held.Value.Units, _marks.Latest)).OfType<UsdValue>());

    private WalletGauge GaugeOf(int owner, int purse, (UsdValue Sum, UsdValue Largest) left, UsdValue holds)
    {
        var (name, state) = (_index.Purses[owner][purse], _head.Owners[owner].Purses[purse]);
        var habit = state.Habit.Judge(new(_marks.Latest, left.Largest, null));
        return new()
        {
            Owner = Watch.Owners[owner].Name,
            Chain = name.Chain,
            Address = name.Address,
            Name = name.Wallets[0].Name,
            LastHour = left.Sum,
            Largest = left.Largest,
            Usual = habit.Usual,
            Extreme = habit.Extreme ?? Watch.Owners[owner].Policy.ColdStartExtreme,
            IsLearnt = habit.Extreme is not null,
            Learnt = habit.Outflows,
            Holds = holds,
            HoldsMore = state.Balances.Count == 0 || state.Balances.Values.Any(balance => !balance.IsKnown),
        };
    }
}
