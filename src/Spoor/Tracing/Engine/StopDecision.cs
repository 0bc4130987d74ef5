using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Decides whether tainted value is followed to where a transfer takes it.</summary>
internal sealed class StopDecision(TraceRequest request, IHistories histories, Ledger ledger, IReadOnlyList<Theft> thefts)
{
    private readonly StopRules _rules = request.Stops;
    private readonly bool _diluting = request.Rule == TaintRule.Haircut;
    private readonly Orientation _orientation = new(request.Direction);
    private long _followed;

    /// <param name="payee">Null where the transfer has no recipient with an address.</param>
    /// <param name="hop">The hop the payee would be at.</param>
    /// <param name="followed">Whether the payee is being followed already, so that small value costs nothing more.</param>
    /// <param name="claimed">Whether the transfer is the theft itself: whoever received that is followed, whatever the label.</param>
    /// <returns>The reason to stop, or null to follow.</returns>
    public TraceStop? Of(Transfer transfer, Address? payee, int hop, bool followed, bool claimed, List<TakenLot> lots)
    {
        if (OfNobody(transfer, payee) is { } nobody)
        {
            return nobody;
        }

        if (claimed)
        {
            return null;
        }

        bool through = payee is { } named && _rules.Through.Contains((transfer.Chain, named));
        return OfAsked(transfer, payee)
            ?? (through ? null : OfLabel(transfer, payee))
            ?? OfWindow(transfer, lots)
            ?? OfBudget()
            ?? (followed || through ? null : OfStranger(transfer, payee, hop, lots));
    }

    private TraceStop? OfNobody(Transfer transfer, Address? payee)
    {
        bool nobody = payee is { } address ? address.IsZeroAccount : transfer.Output is null;
        return nobody ? new(request.Direction == TraceDirection.Out ? StopReason.Burn : StopReason.Issue, null) : null;
    }

    private TraceStop? OfAsked(Transfer transfer, Address? payee) =>
        payee is { } address && _rules.StopAt.Contains((transfer.Chain, address)) ? new(StopReason.Asked, null) : null;

    private TraceStop? OfLabel(Transfer transfer, Address? payee) =>
        payee is { } address && _rules.Labels.Of(transfer.Chain, address) is { } label && LabelStop.Of(label) is { } reason
            ? new(reason, label.Name)
            : null;

    // Past the horizon of every theft it comes from.
    private TraceStop? OfWindow(Transfer transfer, List<TakenLot> lots) =>
        _rules.Horizon is { } horizon
        && transfer.IsTimed
        && lots.TrueForAll(taken => !taken.Lot.IsTainted || (transfer.Time - ledger.BeginOf(taken.Lot.Theft))?.Duration() > horizon)
            ? new(StopReason.Window, null)
            : null;

    private TraceStop? OfBudget() => ++_followed > _rules.MaxTransfers ? new(StopReason.Budget, null) : null;

    private TraceStop? OfStranger(Transfer transfer, Address? payee, int hop, List<TakenLot> lots)
    {
        if (hop > _rules.MaxHops)
        {
            return new(StopReason.Hops, null);
        }

        // Outputs of a UTXO transaction have no history to be judged by.
        bool judged = _rules.Relevance is not null && transfer.Output is null;
        return (judged ? null : OfSmallness(transfer, lots))
            ?? OfDegree(transfer, payee)
            ?? OfPassThrough(transfer, payee)
            ?? (judged ? OfIrrelevance(transfer, payee!.Value, lots) : null);
    }

    private TraceStop? OfSmallness(Transfer transfer, List<TakenLot> lots)
    {
        if (_diluting && _rules.IsDiluted(lots.Tainted(), transfer.Amount))
        {
            return new(StopReason.Dilution, null);
        }

        // Most payments carry one theft.
        bool dust = lots is [{ Lot: { IsTainted: true } only }]
            ? _rules.IsDust(only.Origin, ledger.StolenBy(only.Theft))
            : PartsOf(lots).All(part => _rules.IsDust(part.Origin(), ledger.StolenBy(part.Key)));
        return dust ? new(StopReason.Dust, null) : null;
    }

    private TraceStop? OfDegree(Transfer transfer, Address? payee) =>
        payee is { } stranger && histories.WhyBusy(transfer.Chain, stranger) is { } why ? new(StopReason.Degree, null) { Why = why } : null;

    // Backward, a deposit address has its payers behind it, and they are what is asked for.
    private TraceStop? OfPassThrough(Transfer transfer, Address? payee) =>
        _orientation.Forward && transfer.Output is null && payee is { } stranger
        && PassThrough.Of(stranger, histories.Of(new(stranger, transfer.Asset)), _rules) is { } found
            ? new(StopReason.Degree, null) { Why = found.Explain(transfer.Chain) }
            : null;

    private TraceStop? OfIrrelevance(Transfer transfer, Address payee, List<TakenLot> lots)
    {
        if (_rules.IsAlwaysFollowed(lots.Origin(), StolenOf(lots)))
        {
            return null;
        }

        var traits = TraitReading.Of(transfer, payee, lots.Tainted(), histories.Of(new(payee, transfer.Asset)), _orientation);
        return _rules.Relevance!.IsRelevant(traits) ? null : new(StopReason.Minor, null) { Why = _rules.Relevance.Explain(traits) };
    }

    // Of the assets that the lots are of, by all thefts: many small thefts of one thief are one.
    private Amount StolenOf(List<TakenLot> lots)
    {
        var assets = thefts.Where(theft => lots.Exists(taken => taken.Lot.Theft == theft.Number)).Select(theft => theft.Asset).ToHashSet();
        return thefts.Where(theft => assets.Contains(theft.Asset)).Aggregate(Amount.Zero, (sum, theft) => sum + ledger.StolenBy(theft.Number));
    }

    private static IEnumerable<IGrouping<int, TakenLot>> PartsOf(List<TakenLot> lots) =>
        lots.Where(taken => taken.Lot.IsTainted).GroupBy(taken => taken.Lot.Theft);
}
