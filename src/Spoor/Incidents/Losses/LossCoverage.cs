namespace Spoor.Incidents.Losses;

/// <summary>How much of the theft an estimate's figure speaks of.</summary>
/// <param name="Assets">Assets with a value, by chain.</param>
/// <param name="Chains">Chains with an asset that has a value.</param>
/// <param name="WithoutValue">Rows known as stolen or suspected that have no value.</param>
/// <param name="ChainsWithoutValue">Chains of which nothing has a value.</param>
public sealed record LossCoverage(int Assets, int Chains, int WithoutValue, int ChainsWithoutValue)
{
    public static LossCoverage Of(ValuedEstimate estimate)
    {
        var priced = estimate.Rows.Where(row => row.Usd is not null && row.Row.Class == LossClass.Theft).ToList();
        var chains = priced.Select(row => row.Row.Asset.Chain).ToHashSet(StringComparer.Ordinal);
        int others = estimate.Unpriced.Select(row => row.Row.Asset.Chain).Where(chain => !chains.Contains(chain)).Distinct().Count();
        return new(priced.Select(row => row.Row.Asset).Distinct().Count(), chains.Count, estimate.Unpriced.Count, others);
    }
}
