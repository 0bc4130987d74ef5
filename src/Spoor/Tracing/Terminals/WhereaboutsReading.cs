using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>Finds and classes the places at which a trace ends.</summary>
public static class WhereaboutsReading
{
    /// <summary>Reads what it needs besides the trace: the histories of the places, and a ranking from the theft.</summary>
    public static async Task<Whereabouts> OfAsync(ITransferStore store, Trace trace, TerminalRules rules, CancellationToken cancellation)
    {
        var found = await UnrankedAsync(store, trace, rules, cancellation);
        var (ranks, gap) = await Attention.RankAsync(store, trace, cancellation);
        return found with
        {
            Gap = gap,
            Places = Sort(found, found.Places.Select(place =>
                place.Address is { } address && ranks.TryGetValue((place.Chain, address), out int rank) ? place with { Rank = rank } : place)),
        };
    }

    /// <summary>Reads the histories of the places and no more: none has a rank.</summary>
    public static async Task<Whereabouts> UnrankedAsync(ITransferStore store, Trace trace, TerminalRules rules, CancellationToken cancellation)
    {
        var places = new RestingAmounts(trace);
        var payers = trace.Request.Direction == TraceDirection.Out ? PayersOfExchanges(trace) : [];
        var histories = await PlaceHistories.ReadAsync(store, InOrder(trace, places, payers), rules, cancellation);
        var deposits = new DepositSigns(trace, histories);
        await histories.MeasureCollectorsAsync(store, deposits, cancellation);
        var classing = new Classing(trace, histories, deposits, rules);
        foreach (var paid in payers.Where(paid => classing.Of(paid.Chain, paid.Payer).Class == TerminalClass.ExchangeDeposit))
        {
            places.Move(paid.Chain, paid.Exchange, paid.Payer, places.AssetOf(paid.Theft), paid.Origin);
        }

        var found = new Whereabouts { Trace = trace, Rules = rules, Heads = histories.Heads, Gap = RankGap.NotAsked, Places = [] };
        return found with { Places = Sort(found, AtAddresses(places, classing).Concat(PlacesWithoutAddress.Of(trace))) };
    }

    private static IEnumerable<RestingPlace> AtAddresses(RestingAmounts places, Classing classing)
    {
        foreach (var (chain, address) in places.Places)
        {
            if (places.Of(chain, address) is { Count: > 0 } amounts)
            {
                var (kind, why) = classing.Of(chain, address);
                yield return new()
                {
                    Chain = chain,
                    Address = address,
                    Class = kind,
                    Why = why,
                    Amounts = amounts,
                };
            }
        }
    }

    private static List<RestingPlace> Sort(Whereabouts whereabouts, IEnumerable<RestingPlace> places) =>
    [
        .. places.Select(place => (Place: place, Share: whereabouts.SharePerMillion(place)))
            .OrderByDescending(one => one.Share)
            .ThenBy(one => one.Place.Rank ?? int.MaxValue)
            .ThenBy(one => one.Place.Chain)
            .ThenBy(one => one.Place.Address, Comparer<Address?>.Create(Nullable.Compare))
            .ThenBy(one => one.Place.Class)
            .ThenBy(one => one.Place.Why, StringComparer.Ordinal)
            .Select(one => one.Place),
    ];

    // Whoever paid an exchange directly may be a customer's address there.
    private static List<Paid> PayersOfExchanges(Trace trace) =>
    [
        .. from traced in trace.Transfers
           let transfer = traced.Transfer
           where transfer is { From: not null, To: not null, Output: null } && !traced.Origin.IsZero
               && trace.Request.Stops.Labels.Of(transfer.Chain, transfer.To.Value) is { } label
               && LabelStop.Of(label) is not null && ExchangeLabels.IsExchange(label)
           group traced by (transfer.Chain, Payer: transfer.From!.Value, Exchange: transfer.To!.Value, traced.Theft) into paid
           orderby paid.Key
           select new Paid(paid.Key.Chain, paid.Key.Payer, paid.Key.Exchange, paid.Key.Theft, paid.Aggregate(Amount.Zero, (sum, traced) => sum + traced.Origin)),
    ];

    // Most value first, for the histories of so many only are read.
    private static List<(ChainId Chain, Address Address)> InOrder(Trace trace, RestingAmounts places, List<Paid> payers)
    {
        var seen = new Whereabouts { Trace = trace, Rules = new(), Heads = [], Gap = null, Places = [] };
        var told = AlreadyTold(trace);
        var resting = places.Places.Where(place => !told.Contains(place))
            .Select(place => (Place: place, Share: places.Of(place.Chain, place.Address).Max(amount => Whereabouts.PerMillion(amount.Value, seen.WholeOf(amount.Key)))));
        var paying = payers.Select(paid => (Place: (paid.Chain, paid.Payer), Share: Whereabouts.PerMillion(paid.Origin, seen.WholeOf(places.AssetOf(paid.Theft)))));
        return [.. resting.Concat(paying).OrderByDescending(one => one.Share).ThenBy(one => one.Place).Select(one => one.Place).Distinct()];
    }

    // A history adds nothing to a label, to how busy a place is, or to a payment that was too small to follow.
    private static HashSet<(ChainId, Address)> AlreadyTold(Trace trace) =>
    [
        .. from holding in trace.Holdings
           where holding.Address is not null
           group holding by (holding.Asset.Chain, Address: holding.Address!.Value) into place
           where place.All(holding => holding.Held.IsZero && holding.Stop is { Reason: not (StopReason.Hops or StopReason.Window or StopReason.Asked) })
           select place.Key,
    ];

    private sealed record Paid(ChainId Chain, Address Payer, Address Exchange, int Theft, Amount Origin);
}
