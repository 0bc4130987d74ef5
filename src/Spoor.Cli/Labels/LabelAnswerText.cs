using Spoor.Cli.Output;
using Spoor.Labels;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>The labels of an address, or of a name, as a page.</summary>
internal static class LabelAnswerText
{
    public static void Write(Terminal terminal, LabelAnswer answer)
    {
        if (answer.Found.Labels.Count == 0)
        {
            return;
        }

        if (answer.Page is { } page)
        {
            terminal.Heading($"Labels named like '{answer.Asked}': {Counted.Of(page.Paging.Offset + 1L)} to {Counted.Of(page.Paging.Offset + page.Found.Labels.Count)} of {Counted.Of(page.Total)}");
            WriteTable(terminal, answer, answer.Found.Labels, true);
        }
        else
        {
            WriteByPlace(terminal, answer);
        }

        WriteRetractions(terminal, answer);
        WriteWitnesses(terminal, answer);
    }

    private static void WriteByPlace(Terminal terminal, LabelAnswer answer)
    {
        if (answer.Chain is not { } chain)
        {
            terminal.Heading($"What is said of {answer.Asked}");
            WriteTable(terminal, answer, answer.Found.Labels, false);
            return;
        }

        terminal.Heading($"What is said of {answer.Asked} on {LabelWords.NameOf(chain)}");
        WriteTable(terminal, answer, answer.ByPlace[true], false);
        if (answer.ByPlace[false].Any())
        {
            terminal.Line();
            terminal.Heading("What is said of the same key on other chains");
            WriteTable(terminal, answer, answer.ByPlace[false], false);
        }
    }

    private static void WriteTable(Terminal terminal, LabelAnswer answer, IEnumerable<RecordedLabel> labels, bool withSubject)
    {
        if (!labels.Any())
        {
            terminal.Line("  nothing");
            return;
        }

        IReadOnlyList<string> subject = withSubject ? ["Address"] : [];
        terminal.Table(
            ["Id", .. subject, "Chain", "Name", "What", "Actor", "Confidence", "Observed", "Learned", "Holds", "TLP", "Source"],
            labels.Select(one => (IReadOnlyList<string>)
            [
                LabelWords.IdOf(one), .. withSubject ? [SubjectText.Of(one.Label.Subject)] : Array.Empty<string>(),
                LabelWords.ChainOf(one.Label), one.Label.Name, LabelWords.WhatOf(one.Label), one.Label.Actor ?? "-",
                LabelWords.ConfidenceOf(one.Label), LabelWords.DayOf(one.Label.Observed), LabelWords.DayOf(one.Label.Learned),
                answer.RetractionsOf(one).Any() ? "retracted" : "yes", TlpText.Of(one.Label.Tlp), one.Label.Source,
            ]));
    }

    private static void WriteRetractions(Terminal terminal, LabelAnswer answer)
    {
        var retracted = answer.Found.Labels.SelectMany(one => answer.RetractionsOf(one), (label, retraction) => (label, retraction)).ToList();
        if (retracted.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Heading("Retracted");
        terminal.Table(
            ["Id", "Name", "Since", "By", "Why"],
            retracted.Select(pair => (IReadOnlyList<string>)
            [
                LabelWords.IdOf(pair.label), pair.label.Label.Name, LabelWords.DayOf(pair.retraction.Learned),
                pair.retraction.Author.Length > 0 ? pair.retraction.Author : "-", pair.retraction.Reason,
            ]));
    }

    private static void WriteWitnesses(Terminal terminal, LabelAnswer answer)
    {
        if (answer.Page is not null)
        {
            return;
        }

        var witnesses = answer.Witnesses;
        int sources = witnesses.Sum(witness => witness.Count);
        terminal.Line();
        terminal.Line(witnesses.Count == 0
            ? "No label holds."
            : $"{Counted.Of(sources, "source", "sources")}, {Counted.Of(witnesses.Count, "independent witness", "independent witnesses")}"
                + (sources == witnesses.Count ? "." : "; sources that repeat each other count once:"));
        foreach (var witness in witnesses.Where(witness => witness.Count > 1))
        {
            terminal.Line($"  {string.Join(" = ", witness)}");
        }
    }
}
