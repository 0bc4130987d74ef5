using Spoor.Incidents.Losses;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>What others said was lost, as they said it, and by how much it differs from ours.</summary>
internal static class LossOthers
{
    public static Section Of(CaseContext context, LossReport report) => new("loss-by-others", "What others stated",
    [
        report.Others.Count == 0
            ? new Piece.Paragraph("Nobody is on record with a figure.")
            : new Piece.Grid(new("loss-others", "As others stated it, and theirs less ours (USD); none adds to another",
                ["When", "Who", ">Theirs", "Ours then", ">Less ours then", ">Less ours now", "Their scope", "Source"],
                [.. report.Others.Select(other => new Row(
                [
                    other.Statement.When?.ToString() ?? "undated", other.Statement.Who, NumberText.Of(other.Statement.Usd), other.Then?.Estimate.Id ?? "none",
                    other.DifferenceThen is { } then ? DollarText.Change(then) : "", other.DifferenceNow is { } now ? DollarText.Change(now) : "", other.Statement.Scope, context.SourcesOf(other.Statement.Source),
                ]))])),
    ]);
}
