using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Labels;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>Contradictions as a page: each with both sides and what they weigh.</summary>
internal static class LabelConflictText
{
    public static string KindOf(LabelConflictKind kind) => kind switch
    {
        LabelConflictKind.PerpetratorContract => "perpetrator-contract",
        LabelConflictKind.PerpetratorService => "perpetrator-service",
        LabelConflictKind.TwoActors => "two-actors",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of conflict."),
    };

    public static string WeightOf(LabelSide side) => side.Weight.ToString("0.00##", CultureInfo.InvariantCulture);

    public static void Write(Terminal terminal, IReadOnlyList<LabelConflict> conflicts, int limit)
    {
        foreach (var conflict in conflicts.Take(limit))
        {
            terminal.Heading($"{SubjectText.Of(conflict.Subject)}: {TitleOf(conflict)}");
            terminal.Table(
                ["Side", "Name", "What", "Chain", "Confidence", "Learned", "Id", "Source"],
                RowsOf(conflict.One).Concat(RowsOf(conflict.Other)));
            terminal.Line($"  {Verdict(conflict)}");
            terminal.Line();
        }

        WriteTotals(terminal, conflicts, limit);
    }

    private static void WriteTotals(Terminal terminal, IReadOnlyList<LabelConflict> conflicts, int limit)
    {
        if (conflicts.Count == 0)
        {
            return;
        }

        string kinds = string.Join(", ", conflicts.CountBy(conflict => conflict.Kind)
            .OrderBy(kind => kind.Key)
            .Select(kind => $"{Counted.Of(kind.Value)} {KindOf(kind.Key)}"));
        string more = conflicts.Count > limit ? $" The first {Counted.Of(limit)} are shown; --limit shows more, --json all." : "";
        terminal.Line($"{Counted.Of(conflicts.Count, "conflict", "conflicts")}: {kinds}.{more}");
    }

    private static string TitleOf(LabelConflict conflict)
    {
        string title = conflict.Kind switch
        {
            LabelConflictKind.PerpetratorContract => "accused as a thief, and a contract that nobody owns",
            LabelConflictKind.PerpetratorService => "accused as a thief, and a service",
            _ => "two actors behind one address",
        };
        return conflict.AcrossChains ? $"{title} (the same key on different chains)" : title;
    }

    private static IEnumerable<IReadOnlyList<string>> RowsOf(LabelSide side) =>
        side.Labels.Count == 0
            ? [[side.Claim, "-", "-", "-", "-", "always", "-", LabelSide.TokenListSource]]
            : side.Labels.Select(one => (IReadOnlyList<string>)
            [
                side.Claim, one.Label.Name, LabelWords.WhatOf(one.Label), LabelWords.ChainOf(one.Label), LabelWords.ConfidenceOf(one.Label),
                LabelWords.DayOf(one.Label.Learned), LabelWords.IdOf(one), one.Label.Source,
            ]);

    private static string Verdict(LabelConflict conflict)
    {
        string heavier = conflict.Balance switch
        {
            > 0 => $"'{conflict.One.Claim}' weighs more",
            < 0 => $"'{conflict.Other.Claim}' weighs more",
            _ => "both weigh the same",
        };
        string sources = conflict.Independent ? "the sources are independent" : "the sources are not independent";
        return $"{heavier}: {WeighedOf(conflict.One)}, {WeighedOf(conflict.Other)}; {sources}.";
    }

    private static string WeighedOf(LabelSide side) =>
        $"{WeightOf(side)} for '{side.Claim}' ({Counted.Of(side.Witnesses.Count, "witness", "witnesses")})";
}
