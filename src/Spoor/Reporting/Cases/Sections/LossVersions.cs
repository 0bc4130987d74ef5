using Spoor.Incidents.Losses;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>Every estimate, and why each differs from the one before it, to the cent.</summary>
internal static class LossVersions
{
    public static IEnumerable<Section> Of(CaseContext context, LossReport report)
    {
        var revisions = report.Revisions(LossMeasure.Gross);
        return
        [
            new("loss-versions", "How the estimate changed, and why",
            [
                new Piece.Paragraph("No estimate is ever changed; a later one replaces it and says why."),
                new Piece.Grid(Estimates(report)),
                .. revisions.Count == 0 ? (IEnumerable<Piece>)[] : [new Piece.Grid(Parts(revisions)), new Piece.Grid(ByRow(report, revisions))],
                .. Retractions(context, report),
            ]),
        ];
    }

    private static Table Estimates(LossReport report) => new("loss-estimates", "Our estimates (USD)",
        ["Estimate", "As of", ">Gross", ">Low", ">High", ">Assets", ">Chains", "Why, by whom"],
        [.. report.Estimates.Select(estimate =>
        {
            var interval = LossInterval.Of(estimate);
            string why = estimate.Estimate.Reason.Length > 0 ? estimate.Estimate.Reason : "The first";
            return new Row(
            [
                estimate.Estimate.Id, estimate.Estimate.AsOf.ToString(), Gross(estimate), DollarText.Of(interval.Low), DollarText.Of(interval.High),
                NumberText.Of(estimate.Coverage.Assets), NumberText.Of(estimate.Coverage.Chains), $"{why} ({estimate.Estimate.Author})",
            ]);
        })]);

    private static Table Parts(IReadOnlyList<LossRevision> revisions) => new("loss-revisions", "Why they differ: gross before + amounts + prices + classes + coverage = gross after (USD)",
        ["From", "To", ">Before", ">Amounts", ">Prices", ">Classes", ">Coverage", ">After"],
        [.. revisions.Select(revision => new Row(
        [
            revision.From.Estimate.Id, revision.To.Estimate.Id, Gross(revision.From), DollarText.Change(revision.Amount), DollarText.Change(revision.Price),
            DollarText.Change(revision.Class), DollarText.Change(revision.Coverage), Gross(revision.To),
        ]))]);

    // The last revision is from the first to the newest and repeats what the others say.
    private static Table ByRow(LossReport report, IReadOnlyList<LossRevision> revisions) => new("loss-changes", "What changed, row by row (USD)",
        ["From", "To", "Row", "What changed", ">Change"],
        [.. revisions.Take(report.Estimates.Count - 1).SelectMany(revision => revision.Rows.Where(row => row.IsChange).Select(row => new Row(
        [
            revision.From.Estimate.Id, revision.To.Estimate.Id, row.Id, string.Join(", ", RevisionReasons.Of(row, revision.From).Select(RevisionReasons.NameOf)), DollarText.Change(row.Sum),
        ])))]);

    private static IEnumerable<Piece> Retractions(CaseContext context, LossReport report)
    {
        var taken = report.Estimates.SelectMany(estimate => estimate.Estimate.Retractions, (estimate, one) => (estimate.Estimate.Id, one)).ToList();
        return taken.Count == 0 ? [] :
        [
            new Piece.Grid(new("loss-retractions", "Taken back", ["In", "Row", "Why", "Source"], [.. taken.Select(pair => new Row([pair.Id, pair.one.Row, pair.one.Note, context.SourcesOf(pair.one.Source)]))])),
        ];
    }

    private static string Gross(ValuedEstimate estimate) => DollarText.Of(estimate.Known(LossMeasure.Gross)) is { Length: > 0 } known ? known : "no value";
}
