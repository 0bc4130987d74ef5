using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>What became of one row between two estimates.</summary>
public sealed record RowRevision
{
    /// <summary>Null where the row is new.</summary>
    public required ValuedRow? Before { get; init; }

    /// <summary>Null where the row was retracted.</summary>
    public required ValuedRow? After { get; init; }

    /// <summary>The new amount at the old price and in the old class.</summary>
    public UsdValue Amount { get; private init; }

    /// <summary>The new price, in the old class.</summary>
    public UsdValue Price { get; private init; }

    /// <summary>The new class.</summary>
    public UsdValue Class { get; private init; }

    /// <summary>A row that came or went.</summary>
    public UsdValue Coverage { get; private init; }

    public string Id => (After ?? Before)!.Row.Id;

    public NamedAsset Asset => (After ?? Before)!.Row.Asset;

    public UsdValue Sum => Amount + Price + Class + Coverage;

    public bool IsChange => RevisionReasons.Of(this).Count > 0;

    internal static RowRevision Of(ValuedRow? before, ValuedRow? after, LossMeasure measure)
    {
        var change = new RowRevision { Before = before, After = after };
        if (before is null || after is null || before.Row.Asset != after.Row.Asset)
        {
            return change with { Coverage = (after?.In(measure) ?? UsdValue.Zero) - (before?.In(measure) ?? UsdValue.Zero) };
        }

        // Each step changes one thing and keeps what was substituted before it, so that the steps telescope to the whole.
        var reamounted = new ValuedRow(before.Row with { Amount = after.Row.Amount }, before.Quote);
        var repriced = reamounted with { Quote = after.Quote };
        var reclassified = repriced with { Row = repriced.Row with { Class = after.Row.Class } };
        return change with
        {
            Amount = reamounted.In(measure) - before.In(measure),
            Price = repriced.In(measure) - reamounted.In(measure),
            Class = reclassified.In(measure) - repriced.In(measure),
        };
    }
}
