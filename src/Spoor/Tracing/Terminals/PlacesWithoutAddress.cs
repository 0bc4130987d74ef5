using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>What the books account for at no address: between two chains, in outputs without one, lost in an exchange, paid as fees.</summary>
internal static class PlacesWithoutAddress
{
    public static IEnumerable<RestingPlace> Of(Trace trace)
    {
        var thefts = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Asset);
        return Outputs(trace, thefts).Concat(InTransit(trace, thefts)).Concat(Left(trace, thefts)).Concat(Fees(trace, thefts)).Where(place => place.Amounts.Count > 0);
    }

    private static IEnumerable<RestingPlace> Outputs(Trace trace, Dictionary<int, AssetId> thefts) =>
        from holding in trace.Holdings
        where holding.Address is null && holding.Rests.Any(rest => !rest.Value.IsZero)
        let sums = Sums(holding.Rests.Select(rest => (thefts[rest.Key], rest.Value)))
        select holding.Stop?.Reason switch
        {
            StopReason.Burn => Place(holding.Asset.Chain, TerminalClass.Burned, "sent to no address", sums),
            StopReason.Issue => Place(holding.Asset.Chain, TerminalClass.Issued, "newly issued", sums),
            _ => Place(holding.Asset.Chain, TerminalClass.Unknown, "outputs without an address", sums),
        };

    private static IEnumerable<RestingPlace> InTransit(Trace trace, Dictionary<int, AssetId> thefts) =>
        from traced in Waiting(trace)
        group traced by (traced.Crossing!.Name, traced.Conversion.First.Chain, traced.Conversion.Address, traced.Conversion.First.Tx) into passage
        orderby passage.Key.Name, passage.Key.Tx
        select Place(
            passage.Key.Chain,
            TerminalClass.Bridge,
            $"went into {passage.Key.Name} from {AddressText.Render(passage.Key.Chain, passage.Key.Address)}, and nobody knows yet what came out",
            Sums(passage.Select(traced => (thefts[traced.Theft], traced.Origin))));

    private static IEnumerable<TracedConversion> Waiting(Trace trace) => trace.Conversions.Where(traced => traced.Crossing is not null && traced.Arrival is null);

    // Whatever a book counts as stopped and no place shows: what an exchange gave less than a unit for.
    private static IEnumerable<RestingPlace> Left(Trace trace, Dictionary<int, AssetId> thefts)
    {
        var shown = Sums(
            trace.Holdings.SelectMany(holding => holding.Rests).Select(rest => (thefts[rest.Key], rest.Value))
                .Concat(Waiting(trace).Select(traced => (thefts[traced.Theft], traced.Origin))))
            .ToDictionary();
        foreach (var (asset, amount) in Sums(trace.Books.Select(book => (thefts[book.Theft], book.Held + StoppedIn(book)))))
        {
            var seen = shown.GetValueOrDefault(asset);
            if (amount > seen)
            {
                yield return Place(asset.Chain, TerminalClass.Lost, "less than a unit of what was got in exchange", [new(asset, amount - seen)]);
            }
        }
    }

    private static IEnumerable<RestingPlace> Fees(Trace trace, Dictionary<int, AssetId> thefts) =>
        Sums(trace.Books.Select(book => (thefts[book.Theft], book.Fees)))
            .Select(fees => Place(fees.Key.Chain, TerminalClass.Fees, "fees of transactions", [fees]));

    private static Amount StoppedIn(Book book) => book.Stopped.Aggregate(Amount.Zero, (sum, stop) => sum + stop.Value);

    private static IReadOnlyList<KeyValuePair<AssetId, Amount>> Sums(IEnumerable<(AssetId Asset, Amount Amount)> parts) =>
    [
        .. parts.GroupBy(part => part.Asset)
            .Select(group => KeyValuePair.Create(group.Key, group.Aggregate(Amount.Zero, (sum, part) => sum + part.Amount)))
            .Where(sum => !sum.Value.IsZero)
            .OrderBy(sum => sum.Key),
    ];

    private static RestingPlace Place(ChainId chain, TerminalClass kind, string why, IReadOnlyList<KeyValuePair<AssetId, Amount>> amounts) =>
        new() { Chain = chain, Address = null, Class = kind, Why = why, Amounts = amounts };
}
