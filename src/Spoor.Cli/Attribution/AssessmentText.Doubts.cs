using Spoor.Attribution;
using Spoor.Cli.Output;

namespace Spoor.Cli.Attribution;

/// <summary>What else could be true, what would change the conclusion, and what was left out of it.</summary>
internal sealed partial class AssessmentText
{
    private void WriteSteps()
    {
        var steps = Explanation.Steps(_assessment);
        if (steps.Count > 0)
        {
            Section("Step by step");
            foreach (string step in steps)
            {
                terminal.Item(step);
            }
        }
    }

    private void WriteHypotheses()
    {
        Section("The explanations, and what was done to exclude them");
        foreach (var hypothesis in Hypothesis.Of(_assessment))
        {
            terminal.Prose($"{hypothesis.Title}: {hypothesis.Standing}.");
            foreach (string test in hypothesis.Tests)
            {
                terminal.Item(test);
            }
        }
    }

    private void WriteChanges()
    {
        var without = report.WithoutEach;
        if (without.Count == 0)
        {
            return;
        }

        Section("What would change the conclusion");
        terminal.WrappedTable(
            ["without source", "~the conclusion would be"],
            without.Select(one => new[] { one.Source, one.Changes ? Outcome(one) : "the same" }));
        if (WhatIf.LeastPrior(_assessment) is { } least)
        {
            terminal.Line();
            terminal.Prose($"With a prior below {Written.Percent(least)} in place of {Written.Percent(Request.Prior)}, nobody would be named.");
        }
    }

    private void WriteNotCounted()
    {
        WriteLinks("Links that are too weak or too little checked: they count for nothing", relation => relation.Candidates);
        WriteLinks("Links that a counter-check refuted: they count for nothing", relation => relation.Refuted);
        WriteOtherIncidents();
        WriteRepeated();
    }

    private void WriteOtherIncidents()
    {
        string? told = (_assessment.Best?.Steps is [.., var last] ? last : _assessment.Best is null ? _assessment.Closest : null)?.There.Id;
        var further = _assessment.Chains.Where(chain => chain[^1].There.Id != told).ToList();
        if (further.Count > 0)
        {
            Section("Other incidents with the same actor");
            terminal.WrappedTable(["~way", ">one actor", "in words"], further.Select(chain => new[]
            {
                Explanation.Way(chain), Written.Percent(ActorRoute.ProductOf(chain)), EstimativeLanguage.Of(ActorRoute.ProductOf(chain)),
            }));
        }
    }

    private void WriteRepeated()
    {
        if (_assessment.Repeated.Count > 0)
        {
            Section("Others who named somebody: no authority, no ratio of their own");
            terminal.WrappedTable(["source", "day", "actor", "~statement"], _assessment.Repeated.Select(one => new[]
            {
                one.Finding.Source, Written.Day(one.Finding.Made), one.Actor, one.Finding.Statement,
            }));
        }
    }

    private void WriteLinks(string heading, Func<CaseRelation, IReadOnlyList<Link>> linksOf)
    {
        var rows = _assessment.Relations.SelectMany(relation => linksOf(relation).Select(link => new[]
        {
            relation.There.Id, link.Evidence, link.Verdict,
        })).ToList();
        if (rows.Count > 0)
        {
            Section(heading);
            terminal.WrappedTable(["with", "evidence", "~why"], rows);
        }
    }

    private void WriteSources()
    {
        var sources = CitedSource.Of(_assessment);
        if (sources.Count == 0)
        {
            return;
        }

        // One key, described in two ways: perhaps two sources, and --without sets aside both.
        var ambiguous = sources.GroupBy(cited => cited.Source.Key).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        Section("Sources and their grades");
        terminal.WrappedTable(["key", "grade", "published", "~what"], sources.Select(cited => new[]
        {
            cited.Source.Key,
            cited.IsGradeAssumed ? $"({cited.Grade})" : cited.Grade.ToString(),
            cited.Source.Published is { } day ? Written.Day(day) : "",
            $"{cited.Source.Title}: {cited.Grade.Meaning}{(ambiguous.Contains(cited.Source.Key) ? $"; so in {string.Join(", ", cited.Incidents)}" : "")}",
        }));
        if (sources.Any(cited => cited.IsGradeAssumed))
        {
            terminal.Prose("A grade in brackets is that of the kind of source; nobody graded this one.");
        }
    }

    private void WriteNext()
    {
        string id = Request.Case.Id;
        List<(string Command, string Why)> steps = [($"spoor link {id}", "Every link with its path on both sides and its counter-checks.")];
        if (_assessment.Best is { } best && Request.Without.Count == 0)
        {
            steps.Add(($"spoor attribute {id} --without {best.Named.Finding.Source}", "The same without the source that gives the name."));
        }

        if (Request.AsOf is null)
        {
            steps.Add(($"spoor attribute {id} --as-of {Written.Day(DateOnly.FromDateTime(Request.Case.Began.UtcDateTime))}", "What could be told at the end of the day of the theft."));
        }

        terminal.Next(steps);
    }

    private static string Percent(WhatIf one) => one.Probability is { } known ? Written.Percent(known) : "";

    private static string Outcome(WhatIf one) => one.Verdict switch
    {
        Verdict.Actor => $"{one.Actor}, {Percent(one)}",
        Verdict.SameActor => $"the actor of another incident, without a name, {Percent(one)}",
        Verdict.TwoActors => "two names that cannot both be right",
        _ => "cannot tell",
    };
}
