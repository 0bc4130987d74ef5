using System.Globalization;
using Spoor.Incidents.Losses;
using Spoor.Reporting.Cases;
using Spoor.Valuation;

namespace Spoor.Reporting.Forms;

/// <summary>The fields of a report under DORA that follow from a case, by number.</summary>
internal static class DoraKnown
{
    public static IReadOnlyDictionary<string, string> Of(CaseFindings findings)
    {
        var facts = findings.Facts;
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["1.5"] = facts.Victim,
            ["2.1"] = facts.Id,
            ["2.4"] = facts.Cause.Length > 0 ? $"{facts.Title}. {facts.Cause}" : facts.Title,
            ["3.2"] = facts.Started.ToString(),
        };
        if (facts.Discovered is { } discovered)
        {
            known["2.2"] = discovered.ToString();
        }

        int indicators = Indicators(findings).Count();
        if (indicators > 0)
        {
            known["3.35"] = FormattableString.Invariant($"{indicators} addresses and transactions, listed under indicators");
        }

        if (facts.Cause.Length > 0)
        {
            known["4.2"] = facts.Cause;
        }

        AddLosses(known, findings.Loss.Newest);
        return known;
    }

    /// <summary>Addresses of the thief and transactions of the theft, by CAIP-10 and CAIP-2, each once.</summary>
    public static IEnumerable<string> Indicators(CaseFindings findings)
    {
        var accounts = findings.Facts.Wallets.Where(wallet => new FormAccount(wallet.Chain, wallet.Address, wallet.Role).IsThief).Select(wallet => $"{wallet.Chain}:{wallet.Address}");
        var thefts = findings.Trace.Transfers.Where(traced => !traced.Claimed.IsZero).Select(traced => $"{traced.Transfer.Chain}:{traced.Transfer.Tx.Render(traced.Transfer.Chain)}");
        return accounts.Concat(thefts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    // In dollars, in which thefts are valued: the currency of the report (1.15) is the reporter's, and so is the rate.
    private static void AddLosses(Dictionary<string, string> known, ValuedEstimate? newest)
    {
        if (newest?.Known(LossMeasure.Gross) is { } gross)
        {
            known["4.13"] = Dollars("stolen, by estimate", gross, newest);
        }

        if (newest?.Known(LossMeasure.Returned) is { } returned)
        {
            known["4.14"] = Dollars("returned, by estimate", returned, newest);
        }
    }

    private static string Dollars(string what, UsdValue value, ValuedEstimate estimate) =>
        string.Create(CultureInfo.InvariantCulture, $"USD {value} {what} {estimate.Estimate.Id} as of {estimate.Estimate.AsOf}; to be converted into the currency of field 1.15");
}
