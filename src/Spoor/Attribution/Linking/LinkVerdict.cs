using System.Globalization;

namespace Spoor.Attribution.Linking;

/// <summary>Whether a link is claimed, and the sentence that says why.</summary>
/// <remarks>
/// A failed check refutes. A weight below the threshold makes a candidate; so does trust in an address that nobody named and of which
/// nobody could tell whether it is a service, for an unlabelled exchange is the commonest false link. Where sources of both
/// incidents name the very key as the thief's, they are the knowledge of it, and no check has to add to that.
/// </remarks>
internal static class LinkVerdict
{
    /// <param name="untold">What <c>service</c> says of an address that the link trusts and that nobody could tell from a service; null when there is none.</param>
    public static (LinkStanding Standing, string Verdict) Of(
        string evidence, IReadOnlyList<CounterCheck> checks, CounterCheck? untold, LinkParameters parameters)
    {
        if (checks.FirstOrDefault(check => check.Outcome == CheckOutcome.Failed) is { } failed)
        {
            return (LinkStanding.Refuted, $"Refuted by {failed.Name}. {failed.Reason}");
        }

        decimal weight = LinkEvidence.WeightOf(evidence);
        if (untold is not null)
        {
            return (LinkStanding.Candidate, $"Not claimed: it rests on an address that nobody named. {untold.Reason}");
        }

        return weight < parameters.Threshold
            ? (LinkStanding.Candidate, string.Create(CultureInfo.InvariantCulture, $"Not claimed: its weight of {weight} is below the threshold of {parameters.Threshold}."))
            : (LinkStanding.Claimed, Claim(evidence, weight, checks));
    }

    private static string Claim(string evidence, decimal weight, IReadOnlyList<CounterCheck> checks)
    {
        int passed = checks.Count(check => check.Outcome == CheckOutcome.Passed);
        string open = string.Join(", ", checks.Where(check => check.Outcome == CheckOutcome.NotChecked).Select(check => check.Name));
        return string.Create(CultureInfo.InvariantCulture, $"Claimed: {evidence} weighs {weight}; of {checks.Count} counter-checks {passed} passed, none failed")
            + (open.Length == 0 ? "." : $", and {open} could not be checked.");
    }
}
