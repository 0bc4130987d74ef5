using Spoor.Attribution;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>Who is behind it: the conclusion, how it came about, what was checked against it, what else could be true, what would change it.</summary>
internal static class AttributionSection
{
    public static Section Of(CaseContext context)
    {
        var report = context.Findings.Attribution;
        var assessment = report.Assessment;
        return new("attribution", "Who is behind it",
        [
            new Piece.Paragraph([Explanation.Conclusion(assessment)]),
            new Piece.Paragraph($"Prior: {Written.Percent(assessment.Request.Prior)}. Likelihood table {LikelihoodTable.Builtin.Version}. Compared with {NumberText.Of(assessment.Request.Against.Count(other => other.Id != assessment.Request.Case.Id), "incident", "incidents")}. A probability is of what is known here and no proof; only an authority's finding gives a name."),
            new Piece.Picture(new("waterfall", "From the prior to the result: each bar is one group of evidence, to the right it speaks for, to the left against.", WaterfallSvg.Draw(Waterfall.Of(assessment)))),
            .. Explanation.Steps(assessment) is { Count: > 0 } steps ? (IEnumerable<Piece>)[Piece.Points.Of(steps)] : [],
        ])
        {
            Parts = [Evidence(assessment), Checks(assessment), Alternatives(assessment), Changes(report), NotCounted(context, assessment)],
        };
    }

    private static IReadOnlyList<CaseRelation> ChainOf(Assessment assessment) => assessment.Best?.Steps ?? (assessment.Closest is { } closest ? [closest] : []);

    private static Section Evidence(Assessment assessment)
    {
        var rows = ChainOf(assessment).SelectMany(step => step.Posterior.Groups.SelectMany((group, i) => group.Members.Select((one, j) => new Row(
        [
            $"{step.Here.Victim} and {step.There.Victim}", $"{one.Likelihood.Id}: {one.Likelihood.Title}", one.About, j == 0 ? Written.WithSign(group.Log10) : "", j == 0 ? Written.Ratio(group.Log10) : "in the group above",
            j == 0 ? VerbalScale.Of(group.Log10) : "",
        ])))).ToList();
        return new("evidence", "The evidence",
        [
            rows.Count == 0
                ? new Piece.Paragraph("Nothing ties this incident to another in a way that counts.")
                : new Piece.Grid(new("evidence-groups", "What counts, by group; a group counts once", ["Between", "Evidence", "About", ">log10", ">Ratio", "Support"], rows)),
        ]);
    }

    private static Section Checks(Assessment assessment)
    {
        var rows = ChainOf(assessment).SelectMany(step => step.Decisive).SelectMany(link => link.Checks.Select(check => new Row(
        [
            check.Name, check.Outcome switch { CheckOutcome.Passed => "not found", CheckOutcome.Failed => "holds", _ => "could not be checked" }, check.Reason, new Words.Code(link.PivotText),
        ]))).ToList();
        return new("counter-checks", "What was checked against it",
        [
            rows.Count == 0
                ? new Piece.Paragraph("There was no link to check.")
                : new Piece.Grid(new("checks", "Counter-checks of the links that decide", ["Counter-check", "Outcome", "Why", "On"], rows)),
        ]);
    }

    private static Section Alternatives(Assessment assessment) => new("alternatives", "What else could be true",
    [
        .. Hypothesis.Of(assessment).SelectMany(hypothesis => new Piece[]
        {
            new Piece.Paragraph([new Words.Strong($"{hypothesis.Title}:"), $" {hypothesis.Standing}."]),
            Piece.Points.Of(hypothesis.Tests),
        }).Where(piece => piece is not Piece.Points { Items.Count: 0 }),
    ]);

    private static Section Changes(ActorReport report)
    {
        List<Piece> pieces = report.WithoutEach.Count == 0
            ? [new Piece.Paragraph("It rests on no source that could be taken away.")]
            : [new Piece.Grid(new("what-if", "The conclusion without each of its sources", ["Without source", "The conclusion would be"], [.. report.WithoutEach.Select(one => new Row([one.Source, one.Changes ? OutcomeOf(one) : "the same"]))]))];
        if (WhatIf.LeastPrior(report.Assessment) is { } least)
        {
            pieces.Add(new Piece.Paragraph($"With a prior below {Written.Percent(least)} in place of {Written.Percent(report.Assessment.Request.Prior)}, nobody would be named."));
        }

        return new("what-would-change-it", "What would change it", pieces);
    }

    private static string OutcomeOf(WhatIf one)
    {
        string percent = one.Probability is { } known ? Written.Percent(known) : "";
        return one.Verdict switch
        {
            Verdict.Actor => $"{one.Actor}, {percent}",
            Verdict.SameActor => $"the actor of another incident, without a name, {percent}",
            Verdict.TwoActors => "two names that cannot both be right",
            _ => "cannot tell",
        };
    }

    private static Section NotCounted(CaseContext context, Assessment assessment)
    {
        var links = assessment.Relations.SelectMany(relation => relation.Candidates.Select(link => (relation, link, Why: "too weak or too little checked")).Concat(relation.Refuted.Select(link => (relation, link, Why: "refuted"))))
            .Select(one => new Row([one.relation.There.Victim, one.link.Evidence, one.Why, one.link.Verdict])).ToList();
        var repeated = assessment.Repeated.Select(one => new Row([context.SourceOf(one.Finding.Source), Written.Day(one.Finding.Made), one.Actor, one.Finding.Statement])).ToList();
        List<Piece> pieces = [];
        if (links.Count > 0)
        {
            pieces.Add(new Piece.Grid(new("not-counted", "Links that count for nothing", ["With the theft from", "Evidence", "Why not", "Verdict"], links)));
        }

        if (repeated.Count > 0)
        {
            pieces.Add(new Piece.Grid(new("also-named", "Others who named somebody: no authority, no weight of their own", ["Source", "Day", "Actor", "Statement"], repeated)));
        }

        return new("left-out", "What was found and not counted", pieces.Count > 0 ? pieces : [new Piece.Paragraph("Nothing.")]);
    }
}
