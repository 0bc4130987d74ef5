namespace Spoor.Tracing.Relevance;

/// <summary>Which recipients of tainted payments deserve an analyst's attention; docs/methods/relevance.md says where its figures are from.</summary>
/// <remarks>It decides on visits, never on amounts: what it sets aside stays in the books as <see cref="StopReason.Minor"/>.</remarks>
public sealed record RelevanceRule
{
    /// <summary>Learned from the three LaunderNet cases among 20,000 transfers of noise, seed 1; a test learns it again.</summary>
    public static readonly RelevanceRule Learned = new()
    {
        Weights = new([18, 4, -3, -8, -11, -18], [27, 12, 5, 4, -7], [2, 4, 0, -6, -8, -6]),
        Threshold = -13,
    };

    public required RelevanceWeights Weights { get; init; }

    /// <summary>In decibans; a payment that weighs as much, or more, is followed.</summary>
    public required int Threshold { get; init; }

    /// <summary>A payment that carries this share of all that was stolen of the asset, in millionths, is followed whatever it looks like.</summary>
    public long AlwaysPerMillion { get; init; } = 2_000;

    public bool IsRelevant(PaymentTraits traits) => Weights.Of(traits) >= Threshold;

    /// <summary>Why a payment with these traits is set aside.</summary>
    public string Explain(PaymentTraits traits) =>
        $"{Weights.Explain(traits)}: {RelevanceWeights.WithSign(Weights.Of(traits))} decibans, {RelevanceWeights.WithSign(Threshold)} needed";
}
