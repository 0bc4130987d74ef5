using Spoor.Incidents.Ledger;

namespace Spoor.Workspace.Ledger;

/// <summary>What ledgers say was lost, and what others published for the same time.</summary>
/// <param name="Comparison">Null where nobody published anything for the period, or the lines are not months.</param>
public sealed record TallyAnswer(LedgerTally Tally, LedgerComparison? Comparison, OpenedLedger Ledger)
{
    /// <param name="when">A year, and the last month or day of it that counts; null for its end.</param>
    /// <param name="scope">Names of ledgers with commas between, or <c>merged</c>.</param>
    /// <exception cref="FormatException">There is no such period or ledger.</exception>
    public static TallyAnswer Of(OpenedLedger ledger, (int Year, string? Until) when, TallyBy by, string scope)
    {
        var request = new TallyRequest(TallyQuestion.PeriodOf(when.Year, when.Until), by, TallyQuestion.SourcesOf(scope, ledger.Content));
        var tally = LedgerTally.Of(ledger.Content, request);
        var comparison = by == TallyBy.Month
            ? LedgerComparison.Of(ledger.Content.Incidents(request.Sources), ledger.Content.Figures, LedgerComparison.CertiK, request.Period)
            : null;
        return new(tally, comparison is { Periods.Count: > 0 } ? comparison : null, ledger);
    }
}
