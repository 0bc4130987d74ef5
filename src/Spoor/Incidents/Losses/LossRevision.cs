using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>Why two estimates differ, exactly: Δamount + Δprice + Δclass + Δcoverage is the whole difference.</summary>
/// <remarks>The order in which the parts are substituted is fixed in <c>docs/methods/loss-revisions.md</c>.</remarks>
public sealed record LossRevision
{
    public required ValuedEstimate From { get; init; }

    public required ValuedEstimate To { get; init; }

    public required LossMeasure Measure { get; init; }

    /// <summary>Every row that either estimate has, in order of its id.</summary>
    public required IReadOnlyList<RowRevision> Rows { get; init; }

    public UsdValue Before => From.Total(Measure);

    public UsdValue After => To.Total(Measure);

    public UsdValue Amount => UsdValue.Sum(Rows.Select(row => row.Amount));

    public UsdValue Price => UsdValue.Sum(Rows.Select(row => row.Price));

    public UsdValue Class => UsdValue.Sum(Rows.Select(row => row.Class));

    public UsdValue Coverage => UsdValue.Sum(Rows.Select(row => row.Coverage));

    public static LossRevision Between(ValuedEstimate from, ValuedEstimate to, LossMeasure measure)
    {
        var before = from.Rows.ToDictionary(row => row.Row.Id);
        var after = to.Rows.ToDictionary(row => row.Row.Id);
        return new()
        {
            From = from,
            To = to,
            Measure = measure,
            Rows =
            [
                .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                    .Select(id => RowRevision.Of(before.GetValueOrDefault(id), after.GetValueOrDefault(id), measure)),
            ],
        };
    }
}
