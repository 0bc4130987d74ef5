using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Screening;
using Spoor.Transfers;

namespace Spoor.Cli.Screening;

/// <summary>A screening for people: the score and why, labels, exposure, and the largest way behind each figure.</summary>
internal sealed class ScreenPage(Terminal terminal, ScreeningBook book, AddressScreening screening, ScreeningChange? change)
{
    private readonly AmountText _amounts = new(book.Tokens);

    public void Write()
    {
        string address = screening.Chain is { } chain ? AddressText.Render(chain, screening.Address) : AddressText.RenderKey(screening.Address);
        terminal.Heading($"{address} on {(screening.Chain is { } on ? NameOf(on) : "all chains")}");
        terminal.Prose(Verdict());
        if (screening.IsKnown)
        {
            WriteWhy();
            WriteLabels();
            WriteTurnover();
            WriteExposures();
            WriteWays();
        }

        if (change is not null)
        {
            new ScreenChangePage(terminal, change).Write();
        }

        terminal.Line();
    }

    private string Verdict()
    {
        if (screening.Risk is not { Score: { } score, Level: { } level })
        {
            return "Nothing is known of it: no label, and no transfer at hand. That is not the same as clean.";
        }

        string complete = screening.IsComplete ? "" : $" The walk stopped after {Counted.Of(book.Rules.Method.Budget)} transfers a side, so exposure can be more.";
        return $"Risk {score} of {ScreeningRules.MaxScore}, {level.ToString().ToLowerInvariant()}, by {book.Rules.Version}.{complete}";
    }

    private void WriteWhy()
    {
        if (screening.Risk.Fired.Count > 0)
        {
            Section("Why");
            terminal.WrappedTable(
                [">Points", "Rule", "~Because of"],
                screening.Risk.Fired.Select(fired => new[] { Counted.Of(fired.Rule.Points), fired.Rule.Id, Because(fired.Fact) }));
        }
    }

    private static string Because(RiskFact fact) => fact.Ground switch
    {
        RuleGround.Own => $"a label of it: {ExposureCategories.NameOf(fact.Category)}",
        RuleGround.SameKey => $"a label of the same key on another chain: {ExposureCategories.NameOf(fact.Category)}",
        _ => $"{PerMillionText.Percent(fact.SharePerMillion)} of what {(fact.Side == ExposureSide.Incoming ? "came in" : "went out")}, "
            + $"{(fact.Ground == RuleGround.Direct ? "directly" : "over others")}: {ExposureCategories.NameOf(fact.Category)}",
    };

    private void WriteLabels()
    {
        if (screening.Labels.Count == 0)
        {
            return;
        }

        Section("What it is called");
        terminal.WrappedTable(
            ["Kind", "Chain", ">Sure", "~Name, who says so"],
            screening.Labels.Select(known => new[]
            {
                ExposureCategories.NameOf(known.Category), known.Label.Chain is { } chain ? NameOf(chain) : "any", Counted.Of(known.Label.Confidence.Level),
                MessageText.Of($"{known.Label.Name}, {known.Label.Source}"),
            }));
        if (screening.Conflicts.Count > 0)
        {
            terminal.Prose(MessageText.Of($"They contradict each other: {string.Join("; ", screening.Conflicts.Select(conflict => $"{conflict.One.Claim} against {conflict.Other.Claim}"))}."));
        }
    }

    private void WriteTurnover()
    {
        if (screening.Received.Assets.Count + screening.Sent.Assets.Count > 0)
        {
            Section("What it moved");
            terminal.Table(
                ["Side", ">Amount", "Asset", ">USD", ">Payments", ">Leads nowhere known"],
                [.. RowsOf("received", screening.Received), .. RowsOf("sent", screening.Sent)]);
        }
    }

    private IEnumerable<string[]> RowsOf(string side, Turnover turnover) => turnover.Assets.Select(asset => new[]
    {
        side, _amounts.Of(asset.Asset, asset.Amount), _amounts.ShortNameOf(asset.Asset), UsdText.Of(asset.Usd), Counted.Of(asset.Payments),
        _amounts.Of(asset.Asset, asset.Remainders.Aggregate(Amount.Zero, (sum, rest) => sum + rest.Value)),
    });

    private void WriteExposures()
    {
        if (screening.Exposures.Count > 0)
        {
            Section("Exposure");
            terminal.WrappedTable(
                ["Side", "Category", "Reach", ">Share", ">USD", ">Hops", ">Ways", "~Amount, largest other end"],
                screening.Exposures.Select(exposure => new[]
                {
                    exposure.Side.ToString().ToLowerInvariant(), ExposureCategories.NameOf(exposure.Category), exposure.Reach.ToString().ToLowerInvariant(),
                    PerMillionText.Percent(exposure.SharePerMillion), UsdText.Of(exposure.Usd), Counted.Of(exposure.LeastHops), Counted.Of(exposure.Ways),
                    MessageText.Of($"{AmountsOf(exposure)}; {exposure.Ends[0].Label?.Name ?? "no label"}"),
                }));
        }
    }

    private string AmountsOf(Exposure exposure) =>
        string.Join(" + ", exposure.Amounts.Select(amount => _amounts.WithName(amount.Asset, amount.Amount)));

    private void WriteWays()
    {
        foreach (var exposure in screening.Exposures)
        {
            var trail = exposure.Trails[0];
            Section($"The largest way: {exposure.Side.ToString().ToLowerInvariant()}, {ExposureCategories.NameOf(exposure.Category)}, {exposure.Reach.ToString().ToLowerInvariant()}");
            terminal.Table(
                ["Transaction", "From", "To", ">Paid"],
                trail.Steps.Select(step => new[]
                {
                    step.Tx.Render(trail.Asset.Chain), Shown(trail, step.From), Shown(trail, step.To), _amounts.Brief(trail.Asset, step.Amount),
                }));
        }
    }

    // Short, so that a payment fits a line; the document has it whole.
    private static string Shown(ExposureTrail trail, Address? address)
    {
        const int Ends = 5;
        string text = address is { } known ? AddressText.Render(trail.Asset.Chain, known) : "nobody";
        return text.Length <= 2 * Ends + 3 ? text : $"{text[..(Ends + 2)]}…{text[^Ends..]}";
    }

    private static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;

    private void Section(string title)
    {
        terminal.Line();
        terminal.Heading(title);
    }
}
