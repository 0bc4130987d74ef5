using System.Globalization;

namespace Spoor.Tracing.Relevance;

/// <summary>How much each level of each trait speaks for following a payment, in whole decibans: 10 make it ten times as likely.</summary>
/// <param name="PassedOn">By level of <see cref="RelevanceTrait.PassedOn"/>; the others likewise.</param>
public sealed record RelevanceWeights(IReadOnlyList<int> PassedOn, IReadOnlyList<int> Matching, IReadOnlyList<int> Share)
{
    /// <summary>In the order of <see cref="RelevanceTrait.All"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> ByTrait => [PassedOn, Matching, Share];

    /// <summary>The sum of what a payment's traits weigh.</summary>
    public int Of(PaymentTraits traits) => PassedOn[traits.PassedOn] + Matching[traits.Matching] + Share[traits.Share];

    /// <summary>The sum in words: <c>never passes on −21, no matching sum −8, less than a thousandth tainted −6</c>.</summary>
    public string Explain(PaymentTraits traits) => string.Join(
        ", ",
        RelevanceTrait.All.Zip(ByTrait, traits.Levels).Select(one => $"{one.First.Levels[one.Third]} {WithSign(one.Second[one.Third])}"));

    /// <summary>A sum of decibans with its sign: <c>+18</c>, <c>−7</c>.</summary>
    public static string WithSign(int decibans) => decibans.ToString("+0;−0;0", CultureInfo.InvariantCulture);
}
