using Spoor.Labels;

namespace Spoor.Tracing.Evaluation;

/// <summary>The trace an evaluation asks for: all that the sources received or spent is stolen, and services end it.</summary>
/// <remarks>
/// No horizon, because cases are laundered over months; dust, dilution, hops, degree and budget are those of every trace.
/// The opening balance of a source is stolen: the data begin after the theft. Opening balances enter from the beginning:
/// a case is looked at when it is over, and its transfers are a selection, so that much is spent that no row brings in.
/// </remarks>
public static class CaseTrace
{
    /// <param name="stopAtEnds">Whether the case's services are known and end the trace, or are strangers like all others.</param>
    public static TraceRequest Request(
        CaseTruth truth, TaintRule rule, bool stopAtEnds = true, OpeningEntry openings = OpeningEntry.FromBeginning) => new()
        {
            Rule = rule,
            Claims = [.. truth.Sources.Select(source => new TheftClaim.BySeed(truth.Chain, source))],
            OpeningStolen = true,
            OpeningEntry = openings,
            Stops = new StopRules
            {
                Horizon = null,
                Labels = stopAtEnds ? LabelsOf(truth) : LabelBook.Empty,
            },
        };

    private static LabelBook LabelsOf(CaseTruth truth) => new(
        truth.Ends.Order().Select(end => new Label
        {
            Subject = new LabelSubject.OfAddress(truth.Chain, end),
            Learned = DateOnly.MinValue,
            Name = "end of the case",
            Category = "service",
            Source = truth.Name,
        }));
}
