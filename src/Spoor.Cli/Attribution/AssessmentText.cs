using System.Globalization;
using Spoor.Attribution;
using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Attribution;

/// <summary>An assessment for people: the conclusion first, then what it rests on and what speaks against it.</summary>
internal sealed partial class AssessmentText(Terminal terminal, ActorReport report)
{
    private readonly Assessment _assessment = report.Assessment;

    private AttributionRequest Request => _assessment.Request;

    public void Write()
    {
        terminal.Heading($"{Request.Case.Victim} ({Request.Case.Id}): who is behind it");
        terminal.Prose(Explanation.Conclusion(_assessment));
        terminal.Line();
        WriteStanding();
        WriteFactors();
        WriteEvidence();
        WriteWaterfall();
        WriteSteps();
        WriteHypotheses();
        WriteChanges();
        WriteNotCounted();
        WriteSources();
        WriteNext();
    }

    private void WriteStanding()
    {
        (string Words, AnalyticConfidence Confidence, ClaimLabel Label)? said = _assessment switch
        {
            { Verdict: Verdict.Actor, Best: { } best } => (best.Words, best.Confidence, best.Label),
            { Verdict: Verdict.SameActor, Closest: { } closest } => ($"{Written.Percent(closest.Probability)}, {EstimativeLanguage.Of(closest.Probability)}", closest.Confidence, closest.Label),
            _ => null,
        };
        if (said is { } one)
        {
            terminal.Line($"  probability  {one.Words}");
            terminal.Line($"  confidence   {one.Confidence.ToString().ToLowerInvariant()}");
            terminal.Line($"  label        {LabelOf(one.Label)}");
        }

        string day = Request.AsOf is { } asOf ? $"what was published by the end of {Written.Day(asOf)}" : "all that is published";
        string without = Request.Without.Count == 0 ? "" : $", without {string.Join(", ", Request.Without.Order(StringComparer.Ordinal))}";
        terminal.Line($"  from         {day}{without}");
        terminal.Line($"  prior        {Written.Percent(Request.Prior)}; likelihood table {LikelihoodTable.Builtin.Version}; compared with {Counted.Of(Request.Against.Count(other => other.Id != Request.Case.Id), "incident", "incidents")}");
    }

    private void WriteFactors()
    {
        if (_assessment.Best is not { } best)
        {
            return;
        }

        Section(best.IsDirect ? "The finding" : "The factors, kept apart");
        List<string[]> rows =
        [
            .. best.Steps.Select(step => new[] { $"one actor behind {step.Here.Victim} and {step.There.Victim}", Written.Percent(step.Probability), EstimativeLanguage.Of(step.Probability), $"{Counted.Of(step.Posterior.Supporting, "group", "groups")} of evidence" }),
            [$"{best.Named.Case.Victim} is {best.Actor}'s", Written.Percent(best.Named.Probability), InWords(best.Named.Probability), $"{best.Named.Finding.Source}, {Written.Day(best.Named.Finding.Made)}, grade {best.Named.Grade}"],
        ];
        if (!best.IsDirect)
        {
            rows.Add([$"{Request.Case.Victim} is {best.Actor}'s", $"at least {Written.Percent(best.Probability)}", InWords(best.Probability), "the product"]);
        }

        terminal.WrappedTable(["~what", ">probability", "in words", "rests on"], rows);
        terminal.Line();
        if (!best.IsDirect)
        {
            terminal.Prose(Explanation.LowerBound);
            terminal.Line();
        }

        terminal.Prose($"{best.Named.Finding.Source}: {best.Named.Finding.Statement}");
    }

    private void WriteEvidence()
    {
        IReadOnlyList<CaseRelation> chain = _assessment.Best?.Steps ?? (_assessment.Closest is { } closest ? [closest] : []);
        foreach (var step in chain)
        {
            Section($"Evidence for one actor behind {step.Here.Victim} and {step.There.Victim}");
            terminal.WrappedTable(
                ["group", ">log10", ">ratio", "support", "class", "~evidence"],
                step.Posterior.Groups.SelectMany((group, i) => group.Members.Select((one, j) => Row(group, one, i, j))));
            terminal.Line();
            terminal.Prose($"Named by, here: {Witnesses(step.WitnessesHere)}; there: {Witnesses(step.WitnessesThere)}.");
            WriteNotChecked(step);
        }
    }

    private void WriteNotChecked(CaseRelation step)
    {
        var open = step.NotChecked.DistinctBy(check => (check.Name, check.Reason)).ToList();
        if (open.Count > 0)
        {
            terminal.Line();
            terminal.Line("  Counter-checks that could not be made:");
            terminal.WrappedTable(["check", "~why"], open.Select(check => new[] { check.Name, check.Reason }));
        }
    }

    private static string[] Row(EvidenceGroup group, Evidence one, int i, int j)
    {
        string what = $"{one.Likelihood.Id}: {one.Likelihood.Title}; {one.About}";
        string number = (i + 1).ToString(CultureInfo.InvariantCulture);
        return j == 0
            ? [number, Written.WithSign(group.Log10), Written.Ratio(group.Log10), VerbalScale.Of(group.Log10), ClassOf(one), group.IsCapped ? $"{what} (all habits together, cut off)" : what]
            : [number, "", "", group.Class == EvidenceClass.Behavioural ? "in the sum" : "adds nothing", ClassOf(one), what];
    }

    private void WriteWaterfall()
    {
        Section("From prior to posterior, in log10 odds");
        WaterfallText.Write(terminal, Waterfall.Of(_assessment));
    }

    private void Section(string heading)
    {
        terminal.Line();
        terminal.Heading(heading);
    }

    // Below the threshold a grade says that the source is weak, and nothing against whom it names.
    private static string InWords(decimal probability) => probability < LabelPolicy.SuspectedFrom ? "too little to tell" : EstimativeLanguage.Of(probability);

    private static string ClassOf(Evidence one) => one.Likelihood.Class.ToString().ToLowerInvariant();

    private static string LabelOf(ClaimLabel label) => label switch
    {
        ClaimLabel.None => "none: too little to write beside a name",
        ClaimLabel.Confirmed => "confirmed, by an authority and not by arithmetic",
        _ => label.ToString().ToLowerInvariant(),
    };

    private static string Witnesses(IReadOnlyList<IReadOnlyList<string>> witnesses) =>
        $"{Counted.Of(witnesses.Count, "independent witness", "independent witnesses")} ({string.Join("; ", witnesses.Select(group => string.Join(" = ", group)))})";
}
