using Spoor.Valuation;

namespace Spoor.Incidents.Losses;

/// <summary>One asset on one chain in an estimate.</summary>
public sealed record LossLine(NamedAsset Asset, IReadOnlyList<ValuedRow> Rows)
{
    /// <summary>What of it was stolen, in coins; null where no row says.</summary>
    public Coins? Stolen => AmountsOf(LossClass.Theft) is { Count: > 0 } amounts ? amounts.Aggregate((sum, amount) => sum + amount) : null;

    /// <summary>The worst quality of the rows that count as stolen; null where none does.</summary>
    public PriceQuality? Quality => Rows.Where(row => row.Row.Class == LossClass.Theft).Select(row => (PriceQuality?)row.Quality).Max();

    /// <summary>The prices that valued the stolen rows, each once.</summary>
    public IReadOnlyList<Price> Prices =>
        [.. Rows.Where(row => row.Row.Class == LossClass.Theft && row.Usd is not null).Select(row => row.Quote.Price).OfType<Price>().Distinct()];

    /// <summary>Null where nothing that the measure sums up has a value.</summary>
    public UsdValue? Known(LossMeasure measure) => measure.KnownIn(Rows);

    public UsdValue Total(LossMeasure measure) => UsdValue.Sum(Rows.Select(row => row.In(measure)));

    private List<Coins> AmountsOf(LossClass one) => [.. Rows.Where(row => row.Row.Class == one).Select(row => row.Row.Amount).OfType<Coins>()];
}
