using Spoor.Labels;
using Spoor.Tracing.Relevance;
using Spoor.Transfers;

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

    /// <summary>A haircut trace that sets irrelevant payments aside.</summary>
    public static TraceRequest Request(
        CaseTruth truth, RelevanceRule relevance, bool stopAtEnds = true, OpeningEntry openings = OpeningEntry.FromBeginning)
    {
        var plain = Request(truth, TaintRule.Haircut, stopAtEnds, openings);
        return plain with { Stops = plain.Stops with { Relevance = relevance } };
    }

    /// <summary>A haircut trace of one who knows the truth: it follows everybody but services and strangers, however little they get.</summary>
    internal static TraceRequest OfTruth(CaseTruth truth, IEnumerable<Address> strangers)
    {
        var plain = Request(truth, TaintRule.Haircut);
        return plain with
        {
            Stops = StopRules.None with { Labels = LabelsOf(truth, truth.Ends.Concat(strangers)) },
        };
    }

    private static LabelBook LabelsOf(CaseTruth truth) => LabelsOf(truth, truth.Ends);

    private static LabelBook LabelsOf(CaseTruth truth, IEnumerable<Address> services) => new(
        services.Order().Select(end => new Label
        {
            Subject = new LabelSubject.OfAddress(truth.Chain, end),
            Learned = DateOnly.MinValue,
            Name = "end of the case",
            Category = "service",
            Source = truth.Name,
        }));
}
