using Spoor.Reporting.Documents;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>Every place at which stolen value is, as far as the data go, with what kind of place it is and why that is said.</summary>
internal sealed class EndsTable
{
    private readonly CaseContext _context;
    private readonly ILookup<(ChainId, Address?), TracedHolding> _holdings;
    private readonly ILookup<(ChainId, Address?), Transfer> _into;

    private EndsTable(CaseContext context)
    {
        var trace = context.Findings.Trace;
        _context = context;
        _holdings = trace.Holdings.ToLookup(holding => (holding.Asset.Chain, holding.Address));
        _into = trace.Transfers.Where(traced => traced.Transfer.To is not null && traced.Transfer.Kind != TransferKind.UtxoIn)
            .ToLookup(traced => (traced.Transfer.Chain, traced.Transfer.To), traced => traced.Transfer);
    }

    public static Table Of(CaseContext context)
    {
        var table = new EndsTable(context);
        var found = context.Findings.Whereabouts;
        return new("ends", "Where each part of it was, as far as the data go, by stolen asset, largest first",
            ["Chain", "Address", "Stolen", ">Amount", ">Least, most", "Kind of place", "Why", "There in the form of", "Last receipt (UTC)", "Transactions in"],
            [.. context.StolenAssets.SelectMany(asset => found.Places.Where(place => !place.Of(asset).IsZero).OrderByDescending(place => place.Of(asset)).Select(place => table.RowOf(asset, place)))]);
    }

    private Row RowOf(AssetId asset, RestingPlace place)
    {
        var there = place.Address is null ? [] : _holdings[(place.Chain, place.Address)].Where(holding => !(holding.Held + holding.Stopped).IsZero).ToList();
        var last = _holdings[(place.Chain, place.Address)].Select(holding => holding.Last).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        return new(
        [
            CaseContext.ChainOf(place.Chain), place.Address is { } address ? new Words.Code(AddressText.Render(place.Chain, address)) : "(no address)",
            _context.Coins.ShortNameOf(asset), _context.Coins.Of(asset, place.Of(asset)), BoundsOf(asset, place, there),
            TerminalNames.WordOf(place.Class), place.Why, FormOf(asset, there),
            place.Address is null ? "" : last == DateTimeOffset.UnixEpoch ? "not known" : Rendered.Moment(last),
            place.Address is null ? "" : _context.Transactions.CellOf(_into[(place.Chain, place.Address)]),
        ]);
    }

    // Bounds are of an asset at an address: they bound an amount only where that is all of it, and nothing else.
    private string BoundsOf(AssetId asset, RestingPlace place, List<TracedHolding> there) =>
        there is [var one] && one.Asset == asset && one.Held + one.Stopped == place.Of(asset) && _context.Findings.Bounds.Of(asset, place.Address) is { } bounds
            ? $"{_context.Coins.Of(asset, bounds.Lower)}, {_context.Coins.Of(asset, bounds.Upper)}"
            : "";

    private string FormOf(AssetId asset, List<TracedHolding> there) => there.All(holding => holding.Asset == asset)
        ? ""
        : string.Join(" + ", there.OrderBy(holding => holding.Asset).Select(holding => _context.Coins.WithName(holding.Asset, holding.Held + holding.Stopped)));
}
