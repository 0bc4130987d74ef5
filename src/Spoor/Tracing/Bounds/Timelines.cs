using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>The holdings of a network, and what it takes to bring one up to a transfer.</summary>
/// <remarks>As the books of a trace are kept: openings, claims on holdings and the balance at the end of the data are the same.</remarks>
internal sealed class Timelines(NetworkContext context)
{
    private readonly Dictionary<Holding, Timeline> _timelines = [];

    /// <summary>In order of holding.</summary>
    public IEnumerable<Timeline> All => _timelines.Values.OrderBy(timeline => timeline.Holding);

    /// <summary>The holding at one end of a transfer that is about to be settled, when stolen value can be in it.</summary>
    public Timeline? AwakeAt(Transfer transfer, Address? end)
    {
        if (end is not { } address || !_timelines.TryGetValue(new(address, transfer.Asset), out var timeline) || !timeline.Awake)
        {
            return null;
        }

        ApplyMoments(timeline, transfer);
        return timeline;
    }

    public Timeline Of(Holding holding)
    {
        if (!_timelines.TryGetValue(holding, out var timeline))
        {
            var moments = context.Claims.MomentsOf(holding);
            timeline = new(holding, context.Histories.Of(holding), context.Network)
            {
                Root = context.Claims.IsRoot(holding),
                Moments = new(context.Orientation.Forward ? moments.OrderBy(one => one.At) : moments.OrderByDescending(one => one.At)),
            };
            if (context.Orientation.Forward)
            {
                OpenFromBeginning(timeline);
            }
            else
            {
                timeline.ReceiveClean(BalanceAtEnd(timeline));
            }

            _timelines[holding] = timeline;
        }

        return timeline;
    }

    /// <summary>Plays what happened to a sleeping holding before a transfer; all of it is clean.</summary>
    public void CatchUp(Timeline timeline, Transfer until)
    {
        for (; timeline.Next is { } next && context.Orientation.Compare(next, until) < 0; timeline.Advance())
        {
            if (next.From == next.To)
            {
                continue;
            }

            if (context.Orientation.Payer(next) == timeline.Holding.Address)
            {
                OpenIfShort(timeline, next);
                timeline.Pay(next.Amount.Units);
            }
            else
            {
                timeline.ReceiveClean(next.Amount.Units);
            }
        }
    }

    /// <summary>Makes up for what the data do not show: more leaves than was seen to come, so it was there before.</summary>
    public void OpenIfShort(Timeline? timeline, Transfer transfer)
    {
        if (timeline?.Balance < transfer.Amount.Units)
        {
            Open(timeline, transfer, transfer.Amount.Units - timeline.Balance);
        }
    }

    /// <summary>Applies the claims on all of a holding whose moment has come; with no transfer, all that are left.</summary>
    public void ApplyMoments(Timeline timeline, Transfer? before)
    {
        while (timeline.Moments.TryPeek(out var moment) && (before is null || IsDue(moment.At, before)))
        {
            timeline.Moments.Dequeue();
            var units = timeline.Balance;
            var (node, most) = timeline.Empty();
            context.Network.Connect(node, context.Ends.Elsewhere(timeline.Holding.Asset), most);
            Steal(timeline, units, moment.Theft, moment.At);
        }
    }

    private bool IsDue(DateTimeOffset at, Transfer before) => context.Orientation.Forward ? before.Time > at : before.Time <= at;

    private void Steal(Timeline timeline, UInt128 units, int theft, DateTimeOffset time)
    {
        if (units > UInt128.Zero)
        {
            int source = context.Network.AddSource(timeline.Holding.Asset, units);
            context.Network.Connect(source, timeline.Receive(units, units), units);
            context.Begin(timeline.Holding.Asset, theft, time);
            timeline.Hop = 0;
        }
    }

    private void Open(Timeline timeline, Transfer spend, UInt128 missing)
    {
        int theft = context.Claims.TheftOfOpening(timeline.Holding, spend);
        if (theft == Lot.NoTheft)
        {
            timeline.ReceiveClean(missing);
            return;
        }

        Steal(timeline, missing, theft, spend.Time);
    }

    private static UInt128 BalanceAtEnd(Timeline timeline)
    {
        var balance = UInt128.Zero;
        foreach (var transfer in timeline.History.Reverse().Where(transfer => transfer.From != transfer.To))
        {
            balance = transfer.To == timeline.Holding.Address
                ? balance + transfer.Amount.Units
                : balance - UInt128.Min(balance, transfer.Amount.Units);
        }

        return balance;
    }

    private void OpenFromBeginning(Timeline timeline)
    {
        if (context.Request.OpeningEntry != OpeningEntry.FromBeginning || !context.Claims.MayOpenFromBeginning(timeline.Holding))
        {
            return;
        }

        var balance = UInt128.Zero;
        foreach (var transfer in timeline.History.Where(transfer => transfer.From != transfer.To))
        {
            if (transfer.To == timeline.Holding.Address)
            {
                balance += transfer.Amount.Units;
                continue;
            }

            if (balance < transfer.Amount.Units)
            {
                Open(timeline, transfer, transfer.Amount.Units - balance);
                balance = transfer.Amount.Units;
            }

            balance -= transfer.Amount.Units;
        }
    }
}
