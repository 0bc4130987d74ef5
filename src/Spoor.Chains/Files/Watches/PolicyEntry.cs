using System.Globalization;
using Spoor.Detection;
using Spoor.Valuation;

namespace Spoor.Chains.Files.Watches;

/// <summary>Reads <c>policy</c> and <c>withdrawals</c> of an owner: from where on it wants to be woken.</summary>
internal static class PolicyEntry
{
    // Odds of e^100 are certainty; a day is the longest that a payment may be late in the log.
    private static readonly (int, int) Scores = (-100_000, 100_000);
    private static readonly (int, int) Shares = (1, 1_000);
    private static readonly (int, int) Seconds = (0, 86_400);

    public static WatchPolicy Read(YamlEntry owner)
    {
        var policy = owner.Entry("policy") is { } entry ? Thresholds(entry) : new();
        if (owner.Entry("withdrawals") is { } withdrawals)
        {
            policy = policy with
            {
                ReconcilesWithdrawals = IsOn(withdrawals),
                WithdrawalGrace = TimeSpan.FromSeconds(WatchValues.Scaled(withdrawals, "grace_seconds", 0, Seconds, 0)),
            };
            withdrawals.Close();
        }

        return policy;
    }

    private static WatchPolicy Thresholds(YamlEntry entry)
    {
        var usual = new WatchPolicy();
        var policy = usual with
        {
            AlertScore = WatchValues.Scaled(entry, "alert_score", 3, Scores, usual.AlertScore),
            PageScore = WatchValues.Scaled(entry, "page_score", 3, Scores, usual.PageScore),
            DrainShare = WatchValues.Scaled(entry, "drain_share_percent", 1, Shares, usual.DrainShare),
            Floor = DollarsOf(entry, "floor_usd", usual.Floor),
            ColdStartExtreme = DollarsOf(entry, "cold_start_extreme_usd", usual.ColdStartExtreme),
        };
        if (policy.PageScore < policy.AlertScore)
        {
            entry.Fault("page_score", "expected at least the alert score, found less.");
        }

        entry.Close();
        return policy;
    }

    private static UsdValue DollarsOf(YamlEntry entry, string key, UsdValue usual)
    {
        string text = entry.Optional(key);
        if (text.Length == 0)
        {
            return usual;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long dollars))
        {
            entry.Fault(key, $"expected a whole number of dollars without separators, found '{text}'.");
        }

        return UsdValue.OfDollars(dollars);
    }

    private static bool IsOn(YamlEntry entry)
    {
        string text = entry.Required("reconcile");
        if (text is not ("true" or "false" or ""))
        {
            entry.Fault("reconcile", $"expected true or false, found '{text}'.");
        }

        return text == "true";
    }
}
