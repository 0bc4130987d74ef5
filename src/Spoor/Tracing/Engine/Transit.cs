using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Value between two chains: it has gone into a bridge, and waits for the payment that brings it out.</summary>
internal sealed class Transit(RunContext run, AccountBook accounts, Action<Due> enqueue)
{
    private readonly Dictionary<(ChainId, TransferKey), Passage> _expected = [];
    private readonly HashSet<(ChainId, TransferKey)> _taken = [];
    private readonly HashSet<(ChainId, TransferKey)> _arrived = [];
    private readonly List<Passage> _waiting = [];

    /// <summary>Takes what an address gave to bridges; where nothing is known to come out, it stays.</summary>
    public void Leave(Conversion conversion, List<TakenLot> lots, int hop)
    {
        var crossings = conversion.Crossings;
        var shares = crossings.Select(crossing => new ConvertedAmount(conversion.Given[0].Asset, run.Crossings.EndOf(crossing)!.Amount ?? Amount.Zero)).ToList();
        var parts = crossings.Count == 1 ? [lots] : Portions(lots, shares);
        for (int i = 0; i < crossings.Count; i++)
        {
            var passage = new Passage(crossings[i], conversion, parts[i], hop);
            _waiting.Add(passage);
            if (!parts[i].Tainted().IsZero && ExitOf(crossings[i], conversion.First.Time) is { } exit)
            {
                _taken.Add((exit.Chain, exit.Key));
                _expected[(exit.Chain, exit.Key)] = passage;
                enqueue(new(exit, null, null));
            }
        }
    }

    /// <summary>Whether the payment has brought out what it brings.</summary>
    public bool HasArrived(Transfer transfer) => _arrived.Contains((transfer.Chain, transfer.Key));

    /// <summary>What comes out of a bridge with this payment, re-based to it; null for any other payment.</summary>
    public Arrival? Arrive(Transfer transfer)
    {
        if (_expected.Count == 0 || !_expected.Remove((transfer.Chain, transfer.Key), out var passage))
        {
            return null;
        }

        _waiting.Remove(passage);
        _arrived.Add((transfer.Chain, transfer.Key));
        var arrived = Rebasing.Carry(passage.Lots, transfer.Amount);
        run.Ledger.Note(passage.Conversion, [passage.Lots], [arrived], passage.Crossing, transfer);
        run.Ledger.Lose(run.Orientation.Payee(transfer), transfer.Asset, passage.Hop + 1, transfer.Time, arrived);
        return new(arrived, passage.Hop, passage.Crossing);
    }

    /// <summary>Takes the stolen money with which somebody paid out for a bridge: it owes him as much, here or elsewhere, and nobody knows where.</summary>
    public void PaidOut(Transfer payout, Address payer, List<TakenLot> lots, Crossing crossing)
    {
        if (lots.Tainted().IsZero)
        {
            return;
        }

        var conversion = new Conversion
        {
            First = payout,
            Address = payer,
            Recipient = payer,
            Given = [new(payout.Asset, payout.Amount)],
            Received = [],
            Crossings = [crossing],
        };
        run.Ledger.Note(conversion, [lots], [], crossing);
        run.Ledger.Wait(lots);
    }

    /// <summary>Counts what has not come out.</summary>
    public void Close()
    {
        foreach (var passage in _waiting.Where(passage => !passage.Lots.Tainted().IsZero))
        {
            run.Ledger.Note(passage.Conversion, [passage.Lots], [], passage.Crossing, null);
            run.Ledger.Wait(passage.Lots);
        }
    }

    // One that was played already, because the clocks of two chains differ, brings nothing.
    private Transfer? ExitOf(Crossing crossing, DateTimeOffset entered) =>
        run.Exits.Of(crossing) is { } exit && IsLater(exit.Time, entered) && IsFree(exit) ? exit : null;

    private bool IsLater(DateTimeOffset exit, DateTimeOffset entered) => run.Orientation.Forward ? exit >= entered : exit <= entered;

    private bool IsFree(Transfer exit) =>
        !_taken.Contains((exit.Chain, exit.Key))
        && (run.Claims.ClaimOn(exit) is null || (run.Claims.IsOfSeed(exit) && exit.Output is null))
        && !accounts.HavePlayed(exit, run.Orientation.Payee(exit));

    private static List<List<TakenLot>> Portions(List<TakenLot> lots, List<ConvertedAmount> shares)
    {
        UInt128[] weights = [.. shares.Select(share => UInt128.Max(share.Amount.Units, UInt128.One))];
        List<List<TakenLot>> parts = [.. shares.Select(_ => new List<TakenLot>())];
        foreach (var (_, lot) in lots)
        {
            var units = new UInt128[weights.Length];
            var origins = new UInt128[weights.Length];
            LargestRemainder.Split(lot.Amount.Units, weights, units);
            LargestRemainder.Split(lot.Origin.Units, weights, origins);
            for (int i = 0; i < weights.Length; i++)
            {
                parts[i].Add(new(0, lot with { Amount = new(units[i]), Origin = new(origins[i]) }));
            }
        }

        return parts;
    }

    /// <summary>What a payment brings out of a bridge, and how far from the theft it went in.</summary>
    public sealed record Arrival(List<TakenLot> Lots, int Hop, Crossing Crossing);

    private sealed record Passage(Crossing Crossing, Conversion Conversion, List<TakenLot> Lots, int Hop);
}
