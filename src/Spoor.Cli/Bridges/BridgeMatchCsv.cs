using System.Globalization;
using System.Text;
using Spoor.Tracing.Bridges;

namespace Spoor.Cli.Bridges;

/// <summary>A matching as CSV: a row for every candidate of every deposit, one without a payout where there is none.</summary>
internal static class BridgeMatchCsv
{
    private const string Header = "deposit_chain,deposit_tx,outcome,method,by_exclusion,payout_chain,payout_tx,rank,weight_ppm,fitting\n";

    public static string Of(BridgeMatchReport report)
    {
        var text = new StringBuilder(Header);
        foreach (var match in report.Matches.Deposits)
        {
            string[] deposit =
            [
                match.Deposit.Chain.Value, match.Deposit.Tx.Render(match.Deposit.Chain), BridgeMatchJson.Outcome(match.Outcome),
                match.Method is { } method ? BridgeMatchText.Name(method) : "", match.ByExclusion ? "true" : "false",
            ];
            IEnumerable<string[]> payouts = match.Candidates.Count == 0 ? [["", "", "", ""]] : match.Candidates.Select(Cells);
            foreach (string[] payout in payouts)
            {
                text.AppendJoin(',', [.. deposit, .. payout, Number(match.Fitting)]).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string[] Cells(BridgeCandidate candidate) =>
        [candidate.Payout.Chain.Value, candidate.Payout.Tx.Render(candidate.Payout.Chain), Number(candidate.Rank), Number(candidate.WeightPpm)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
