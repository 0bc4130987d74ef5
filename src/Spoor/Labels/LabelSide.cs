namespace Spoor.Labels;

/// <summary>One side of a <see cref="LabelConflict"/>: what it claims and who says so.</summary>
/// <param name="Claim">In words: <c>perpetrator</c>, <c>service</c>, <c>actor lazarusgroup</c>, <c>token DAI</c>.</param>
/// <param name="Labels">In order of preference; none when Spoor's own token list makes the claim.</param>
/// <param name="Witnesses">The sources, those that repeat each other in one group.</param>
/// <param name="Weight">The sum over the witnesses of (confidence / 100)², the surest label of each counting.</param>
/// <remarks>The weight is that of the tag digest of graphsense-lib (MIT), which sums over tags; here a copy adds nothing.</remarks>
public sealed record LabelSide(
    string Claim, IReadOnlyList<RecordedLabel> Labels, IReadOnlyList<IReadOnlyList<string>> Witnesses, decimal Weight)
{
    /// <summary>What stands among the witnesses for the list of tokens that Spoor carries.</summary>
    public const string TokenListSource = "spoor:tokens";

    private const decimal FullConfidence = 100m;

    internal static LabelSide Of(string claim, IReadOnlyList<RecordedLabel> labels, SourceLineage lineage)
    {
        var witnesses = lineage.Witnesses(labels.Select(one => one.Label.Source));
        decimal weight = witnesses.Sum(witness => labels
            .Where(one => witness.Contains(one.Label.Source, StringComparer.Ordinal))
            .Max(one => WeightOf(one.Label.Confidence)));
        return new(claim, labels, witnesses, weight);
    }

    /// <summary>That it is a contract, by labels or by the list of tokens that Spoor carries, which weighs in full.</summary>
    internal static LabelSide OfContract(string? symbol, IReadOnlyList<RecordedLabel> labels, SourceLineage lineage)
    {
        var byLabels = Of("contract", labels, lineage);
        return symbol is null
            ? byLabels
            : byLabels with { Claim = $"token {symbol}", Witnesses = [[TokenListSource], .. byLabels.Witnesses], Weight = byLabels.Weight + 1m };
    }

    private static decimal WeightOf(Confidence confidence)
    {
        decimal part = confidence.Level / FullConfidence;
        return part * part;
    }
}
