using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <content>What a trace lists: claims, transfers and exchanges that carry taint.</content>
internal sealed partial class Ledger
{
    private readonly List<TracedTransfer> _transfers = [];
    private readonly List<TracedConversion> _conversions = [];
    private readonly Dictionary<(ChainId, TransferKey, int Theft), Amount> _claimed = [];

    /// <summary>Marks lots as stolen. First taint wins: what an earlier theft has marked keeps its mark.</summary>
    public void Claim(List<TakenLot> lots, int theft, Transfer claimed, Address? payee)
    {
        foreach (var (_, lot) in lots.Where(taken => taken.Lot.IsTainted))
        {
            Collisions.Add(new(claimed.Asset, claimed.Tx, payee, lot.Amount, lot.Theft, theft));
        }

        ClaimClean(lots, theft, claimed);
    }

    /// <summary>Marks clean lots as stolen, where what is tainted among them is the loot already, in another shape.</summary>
    public void ClaimClean(List<TakenLot> lots, int theft, Transfer claimed)
    {
        Begin(theft, claimed.Time);
        for (int i = 0; i < lots.Count; i++)
        {
            var (output, lot) = lots[i];
            if (!lot.IsTainted)
            {
                lots[i] = new(output, new(lot.Amount, theft));
                var key = (claimed.Chain, claimed.Key, theft);
                _claimed[key] = _claimed.GetValueOrDefault(key) + lot.Amount;
                Steal(theft, lot.Amount, claimed.Time);
            }
        }
    }

    /// <summary>Lists a transfer that carries taint, once for each theft.</summary>
    public void Note(Transfer transfer, List<TakenLot> lots)
    {
        // Most transfers carry one theft, and every tainted transfer comes through here.
        for (int theft = LowestAbove(Lot.NoTheft, lots); theft != int.MaxValue; theft = LowestAbove(theft, lots))
        {
            var tainted = Amount.Zero;
            var origin = Amount.Zero;
            foreach (var (_, lot) in lots)
            {
                tainted += lot.Theft == theft ? lot.Amount : Amount.Zero;
                origin += lot.Theft == theft ? lot.Origin : Amount.Zero;
            }

            var claimed = _claimed.Count == 0 ? Amount.Zero : _claimed.GetValueOrDefault((transfer.Chain, transfer.Key, theft));
            _transfers.Add(new(transfer, tainted, theft) { Origin = origin, Claimed = claimed });
        }
    }

    private static int LowestAbove(int theft, List<TakenLot> lots)
    {
        int lowest = int.MaxValue;
        foreach (var (_, lot) in lots)
        {
            lowest = lot.Theft > theft && lot.Theft < lowest ? lot.Theft : lowest;
        }

        return lowest;
    }

    /// <summary>Lists an exchange that carries taint, once for each theft.</summary>
    public void Note(
        Conversion conversion, IReadOnlyList<List<TakenLot>> given, IReadOnlyList<List<TakenLot>> received, Crossing? crossing = null, Transfer? arrival = null)
    {
        var thefts = given.SelectMany(lots => lots).Where(taken => taken.Lot.IsTainted).Select(taken => taken.Lot.Theft);
        foreach (int theft in thefts.Distinct().Order())
        {
            Amount Of(List<TakenLot> lots) => lots.Where(taken => taken.Lot.Theft == theft).Tainted();
            _conversions.Add(new()
            {
                Conversion = conversion,
                Theft = theft,
                Origin = given.SelectMany(lots => lots).Where(taken => taken.Lot.Theft == theft).Origin(),
                Given = [.. given.Select(Of)],
                Received = [.. received.Select(Of)],
                Crossing = crossing,
                Arrival = arrival,
            });
        }
    }
}
