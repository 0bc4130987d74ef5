using Spoor.Labels;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Response.Freezing;

/// <summary>Finds whom to ask: issuers of tokens that still lie somewhere, and services that stolen value reached.</summary>
/// <remarks>A label that stops a trace need not be of anybody who could help: who is sanctioned, a victim or a pool is sent nothing.</remarks>
public sealed class FreezeSearch(Trace trace, TokenList tokens, PriceBook prices)
{
    private readonly Chronology _chronology = Chronology.Of(trace);

    private readonly ILookup<(AssetId, Address?), TracedTransfer> _arrivals = trace.Transfers
        .Where(traced => traced.Transfer.To is not null && !traced.Tainted.IsZero)
        .ToLookup(traced => (traced.Transfer.Asset, traced.Transfer.To));

    /// <summary>By name; issuers first, since what they stop cannot move on meanwhile.</summary>
    public IReadOnlyList<(FreezeTarget Target, IReadOnlyList<FreezePosition> Positions)> Run() =>
    [
        .. trace.Holdings.SelectMany(Ask)
            .GroupBy(asked => asked.Target)
            .OrderBy(group => !group.Key.IsIssuer).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<FreezePosition>)[.. group.Select(asked => asked.Position).OrderBy(position => position.Asset).ThenBy(position => position.Address)])),
    ];

    private IEnumerable<(FreezeTarget Target, FreezePosition Position)> Ask(TracedHolding holding)
    {
        if (holding.Address is not { } address)
        {
            yield break;
        }

        if (holding.Stop is { Reason: StopReason.Service } stop)
        {
            var label = trace.Request.Stops.Labels.Of(holding.Asset.Chain, address);
            if (label is null || ExchangeLabels.KeepsCoins(label))
            {
                yield return (new(NameOf(label, stop), IsIssuer: false), PositionOf(holding, address, holding.Received, label));
            }
        }
        else if (!holding.Held.IsZero && TokenIssuers.Builtin.Of(holding.Asset) is { } issuer)
        {
            yield return (new(issuer, IsIssuer: true), PositionOf(holding, address, holding.Held, trace.Request.Stops.Labels.Of(holding.Asset.Chain, address)));
        }
    }

    private static string NameOf(Label? label, TraceStop stop) => label?.Actor ?? label?.Name ?? stop.Label ?? "a service without a name";

    private FreezePosition PositionOf(TracedHolding holding, Address address, Amount amount, Label? label)
    {
        var token = tokens.TryGet(holding.Asset, out var known) ? known : null;
        var arrivals = _arrivals[(holding.Asset, address)].ToList();
        return new()
        {
            Asset = holding.Asset,
            Token = token,
            Address = address,
            Label = label?.Name ?? "",
            Amount = amount,
            Arrivals =
            [
                .. arrivals.GroupBy(traced => traced.Transfer.Key).Select(rows => Arrival([.. rows], token))
                    .OrderBy(arrival => arrival.Time).ThenBy(arrival => arrival.Tx).ThenBy(arrival => arrival.Tainted),
            ],
            Chronology = arrivals.Select(traced => traced.Theft).Distinct().Order()
                .Select(theft => _chronology.To(theft, holding.Asset, address)).FirstOrDefault(steps => steps.Count > 0, []),
        };
    }

    // A payment may carry value of several thefts; each has a row of its own.
    private FreezeArrival Arrival(IReadOnlyList<TracedTransfer> rows, Token? token)
    {
        var transfer = rows[0].Transfer;
        var tainted = rows.Aggregate(Amount.Zero, (sum, row) => sum + row.Tainted);
        var price = transfer.IsTimed ? prices.Quote(NamedAsset.Of(transfer.Asset), new(transfer.Time, IsDay: false)).Price : null;
        UsdValue? usd = token is not null && price is not null ? UsdValue.Of(Coins.Of(tainted, token.Decimals), price.Usd) : null;
        return new(transfer.Time, transfer.Tx, transfer.From, transfer.Amount, tainted, usd);
    }
}
