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

    /// <summary>What comes out of a bridge with this payment, re-based to it, and the hop it comes from; null for any other payment.</summary>
    public (List<TakenLot> Lots, int Hop)? Arrive(Transfer transfer)
    {
        if (_expected.Count == 0 || !_expected.Remove((transfer.Chain, transfer.Key), out var passage))
        {
            return null;
        }

        _waiting.Remove(passage);
        _arrived.Add((transfer.Chain, transfer.Key));
        List<Lot> given = passage.Lots.ConvertAll(taken => taken.Lot);
        List<TakenLot> arrived = [.. SwapTaint.Rebase(given, transfer.Amount).Select(lot => new TakenLot(0, lot))];
        run.Ledger.Lose(arrived.FindAll(taken => taken.Lot.Amount.IsZero));
        arrived.RemoveAll(taken => taken.Lot.Amount.IsZero);
        run.Ledger.Note(passage.Conversion, [passage.Lots], [arrived], passage.Crossing, transfer);
        return (arrived, passage.Hop);
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

    // Each payment brings one passage out; one that was played already, because the clocks of two chains differ, brings none.
    private Transfer? ExitOf(Crossing crossing, DateTimeOffset entered)
    {
        if (run.Crossings.OtherEndOf(crossing) is not { Party: { } party } end)
        {
            return null;
        }

        // A bridge that keeps the wrapped coin names that and pays out, or takes, the coin itself: then the amount must be the one stated.
        var all = PaymentsIn(end, party, entered, run.Histories.AssetsOf(end.Chain, party));
        var stated = end.Asset is { } asset ? all.FindAll(row => row.Asset == asset) : all;
        return stated.Find(row => row.Amount == end.Amount)
            ?? (end.Asset is not null || stated.Count == 1 ? stated.FirstOrDefault() : null)
            ?? all.Find(row => row.Amount == end.Amount);
    }

    private List<Transfer> PaymentsIn(CrossingEnd end, Address party, DateTimeOffset entered, IReadOnlyList<AssetId> assets) =>
    [
        .. assets.SelectMany(asset => run.Histories.Of(new(party, asset)))
            .Where(row => row.Tx == end.Tx && run.Orientation.Payee(row) == party && row.Output is null && row.Kind != TransferKind.Fee)
            .Where(row => IsLater(row.Time, entered) && IsFree(row, party)),
    ];

    private bool IsLater(DateTimeOffset exit, DateTimeOffset entered) => run.Orientation.Forward ? exit >= entered : exit <= entered;

    private bool IsFree(Transfer row, Address party) =>
        !_taken.Contains((row.Chain, row.Key)) && run.Claims.ClaimOn(row) is null && !accounts.Of(new(party, row.Asset)).HasPlayed(row, run.Orientation);

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

    private sealed record Passage(Crossing Crossing, Conversion Conversion, List<TakenLot> Lots, int Hop);
}
