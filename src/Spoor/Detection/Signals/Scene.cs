using System.Numerics;
using Spoor.Detection.Baselines;
using Spoor.Detection.Owners;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Signals;

/// <summary>An outflow with all around it that the signals look at; the balances are those after it, the windows hold it.</summary>
internal sealed class Scene
{
    public static readonly TimeSpan ShortWindow = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan LongWindow = TimeSpan.FromHours(1);

    private HabitVerdict? _habit;
    private (int? Thousandths, AssetId Asset, BigInteger Out, BigInteger Before)? _share;
    private UsdValue? _toRecipient;
    private UsdValue? _size;

    public Scene(OwnerStep step, WatchedOwner owner, OwnerState state, AssetWorth worth)
    {
        Step = step;
        Owner = owner;
        State = state;
        Worth = worth;
        Main = MainOf(step);
    }

    public OwnerStep Step { get; }

    public WatchedOwner Owner { get; }

    public OwnerState State { get; }

    public AssetWorth Worth { get; }

    public WatchPolicy Policy => Owner.Policy;

    /// <summary>The largest payment of the outflow; its recipient is the one the signals speak of.</summary>
    public Payout Main { get; }

    /// <summary>How new the main recipient is.</summary>
    public Freshness Freshness { get; set; }

    /// <summary>The payments of this outflow that no entry of the withdrawal log covers; null when none is kept or the grace still runs.</summary>
    public IReadOnlyList<Payout>? Unordered { get; set; }

    /// <summary>Whether it stands for many small ones before it: with it, what left within the hour passes one more multiple of the floor.</summary>
    public bool StandsForMany { get; init; }

    public HabitVerdict Habit => _habit ??= State.Purses[Main.Purse].Habit.Judge(HabitOf(Step, Main));

    /// <summary>The largest share of a holding that left within the long window.</summary>
    public (int? Thousandths, AssetId Asset, BigInteger Out, BigInteger Before) Share => _share ??= DrainShareSignal.Largest(this);

    /// <summary>Worth of what went to the main recipient within the short window, this outflow included.</summary>
    public UsdValue ToRecipient => _toRecipient ??= SumToRecipient();

    /// <summary>What is held against the wallet's usual payment: what the main recipient got within the short window.</summary>
    /// <remarks>
    /// A batch is many payments, so its sum is not held against one. Taken off is what came back in the transaction, and what of the
    /// asset the recipient itself had brought before; but who brought something may not empty the rest.
    /// </remarks>
    public UsdValue Size => _size ??= SizeOf();

    public static HabitOutflow HabitOf(OwnerStep step, Payout payout) =>
        new(step.Time, payout.Usd, payout.To, step.Sent?.GasPrice, Math.Max(1, step.Payouts.Count));

    /// <summary>Outflows within a window before this one and with it, oldest first.</summary>
    public ReadOnlySpan<RecentOutflow> Within(TimeSpan window) => State.Outflows.Within(Step.Time, window);

    /// <summary>What went to the main recipient within a window, oldest first; nothing when it has no address.</summary>
    public List<(RecentOutflow Outflow, Payout Payout)> Paid(TimeSpan window)
    {
        List<(RecentOutflow Outflow, Payout Payout)> paid = [];
        if (Main.To is not { } to)
        {
            return paid;
        }

        foreach (var outflow in Within(window))
        {
            foreach (var payout in outflow.Payouts)
            {
                if (payout.To is { } recipient && recipient == to)
                {
                    paid.Add((outflow, payout));
                }
            }
        }

        return paid;
    }

    private UsdValue SizeOf()
    {
        var (main, gross) = (UsdValue.Zero, UsdValue.Zero);
        foreach (var payout in Step.Payouts)
        {
            var usd = payout.Usd ?? UsdValue.Zero;
            gross += usd;
            main = payout.To == Main.To ? main + usd : main;
        }

        var back = gross > Step.Usd ? gross - Step.Usd : UsdValue.Zero;
        var size = (ToRecipient > main ? ToRecipient : main) - back - OwnBack();
        return size.Micros.Sign < 0 ? UsdValue.Zero : size;
    }

    // What the main recipient got within the short window of what it had brought.
    private UsdValue OwnBack()
    {
        if (Main.To is not { } to || State.Brought.Of(to, Main.Asset) is not { } brought || Share.Thousandths >= Policy.DrainShare)
        {
            return UsdValue.Zero;
        }

        var own = Step.Payouts.Where(payout => payout.To == to && payout.Asset == Main.Asset).Aggregate(BigInteger.Zero, (sum, payout) => sum + payout.Units);
        var late = Paid(ShortWindow).Where(paid => paid.Payout.Asset == Main.Asset).Aggregate(BigInteger.Zero, (sum, paid) => sum + paid.Payout.Units);
        var before = BigInteger.Max(0, brought.Back - BigInteger.Max(0, late - own));
        var left = BigInteger.Min(BigInteger.Max(late, own), brought.Units - before);
        return left.Sign > 0 ? Worth.Of(Main.Asset, left, Step.Time) ?? UsdValue.Zero : UsdValue.Zero;
    }

    private UsdValue SumToRecipient()
    {
        var sum = UsdValue.Zero;
        foreach (var outflow in Within(ShortWindow))
        {
            foreach (var payout in outflow.Payouts)
            {
                sum = payout.To == Main.To && payout.Usd is { } usd ? sum + usd : sum;
            }
        }

        return sum;
    }

    private static Payout MainOf(OwnerStep step)
    {
        var main = step.Payouts[0];
        foreach (var payout in step.Payouts)
        {
            bool isNamed = payout.To is not null && main.To is null;
            bool isMore = (payout.To is not null) == (main.To is not null) && (payout.Usd ?? UsdValue.Zero) > (main.Usd ?? UsdValue.Zero);
            main = isNamed || isMore ? payout : main;
        }

        return main;
    }
}
