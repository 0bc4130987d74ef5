using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Cli.Mixers;

/// <summary>Hypotheses on who withdrew from mixers, as a page.</summary>
internal static class MixerText
{
    // A page is read, not scrolled; --json has everything.
    private const int MaxShown = 25;
    private const int MaxRecipients = 4;

    public static void Write(Terminal terminal, MixerLinks links)
    {
        var chain = ChainRegistry.Get(links.Activity.Chain);
        terminal.Heading($"{Counted.Of(links.Hypotheses.Count, "hypothesis", "hypotheses")} on withdrawals from Tornado Cash on {chain.Name}");
        terminal.Line();
        WritePools(terminal, links.Activity);
        foreach (var (hypothesis, number) in links.Hypotheses.Take(MaxShown).Select((hypothesis, i) => (hypothesis, i + 1)))
        {
            Write(terminal, hypothesis, number);
        }

        if (links.Hypotheses.Count > MaxShown)
        {
            terminal.Line();
            terminal.Line($"  … and {Counted.Of(links.Hypotheses.Count - MaxShown, "hypothesis", "hypotheses")} more (--json has all)");
        }

        WriteNotes(terminal, links);
    }

    private static void WritePools(Terminal terminal, MixerActivity activity)
    {
        if (activity.Pools.Count == 0)
        {
            terminal.Line("  The store holds no deposit to a pool and no withdrawal from one.");
            return;
        }

        terminal.Table(
            ["Pool", ">Deposits", ">Withdrawals", "Address"],
            activity.Pools.Select(pool => (IReadOnlyList<string>)
            [
                pool.Name, Counted.Of(activity.Deposits.LongCount(deposit => deposit.Pool == pool)),
                Counted.Of(activity.Withdrawals.LongCount(withdrawal => withdrawal.Pool == pool)), AddressText.Render(pool.Chain, pool.Address),
            ]));
    }

    private static void Write(Terminal terminal, MixerHypothesis hypothesis, int number)
    {
        var odds = hypothesis.Odds;
        terminal.Line();
        terminal.Line($"  {number}. {PerMillionText.Percent(odds.ProbabilityPerMillion)}  {hypothesis.Method.Id}, {hypothesis.Method.Title}");
        terminal.Line($"     {AddressText.Render(hypothesis.Chain, hypothesis.Source)} → {Recipients(hypothesis)}");
        terminal.Line($"     in:  {Notes(hypothesis.Deposits.Select(deposit => (deposit.Pool, deposit.Time)))}");
        terminal.Line($"     out: {Notes(hypothesis.Withdrawals.Select(withdrawal => (withdrawal.Pool, withdrawal.Time)))}");
        terminal.Line($"     {hypothesis.Reason}");
        string others = hypothesis.Candidates == 1 ? "nobody else fits" : $"{Counted.Of(hypothesis.Candidates)} fit as well";
        terminal.Line($"     Picked blindly among {Counted.Of(hypothesis.Sources, "source", "sources")}: {PerMillionText.Percent(odds.BaseRatePerMillion)}; {others}; "
            + $"by coincidence {PerMillionText.Percent(odds.CoincidencePerMillion)}; anonymity set {(hypothesis.AnonymitySet is { } set ? Counted.Of(set) : "unknown, deposits are missing")}.");
    }

    private static void WriteNotes(Terminal terminal, MixerLinks links)
    {
        terminal.Line();
        if (links.Activity.Unrecognised.Count > 0)
        {
            terminal.Sentence($"{Counted.Of(links.Activity.Unrecognised.Count, "transaction", "transactions")} at pools were neither deposit nor withdrawal.");
        }

        foreach (var (method, why) in links.Unchecked)
        {
            terminal.Sentence($"{method} unchecked: {why}.");
        }

        terminal.Sentence("A chance is that of the source named among all who had deposited by then, if the true one is among them and the habits are as common as docs/methods/mixers.md "
            + "assumes. It is a lead, no finding, and no part of any books.");
    }

    private static string Recipients(MixerHypothesis hypothesis)
    {
        var all = hypothesis.Recipients;
        string shown = string.Join(", ", all.Take(MaxRecipients).Select(recipient => AddressText.Render(hypothesis.Chain, recipient)));
        return all.Count > MaxRecipients ? $"{shown} and {Counted.Of(all.Count - MaxRecipients)} more" : shown;
    }

    private static string Notes(IEnumerable<(MixerPool Pool, DateTimeOffset Time)> notes)
    {
        var all = notes.ToList();
        string counts = string.Join(", ", all.GroupBy(note => note.Pool.Name).OrderBy(group => group.First().Pool.Denomination)
            .Select(group => $"{Counted.Of(group.Count())} × {group.Key}"));
        string first = Rendered.Moment(all[0].Time);
        return all.Count == 1 ? $"{counts}, {first}" : $"{counts}, {first} to {Rendered.Moment(all[^1].Time)}";
    }
}
