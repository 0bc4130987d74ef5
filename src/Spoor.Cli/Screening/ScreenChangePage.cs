using Spoor.Cli.Output;
using Spoor.Screening;
using Spoor.Transfers;

namespace Spoor.Cli.Screening;

/// <summary>What changed since an earlier screening, for people.</summary>
internal sealed class ScreenChangePage(Terminal terminal, ScreeningChange change)
{
    public void Write()
    {
        terminal.Line();
        terminal.Heading("Since the earlier screening");
        terminal.Prose(change.Before == change.After
            ? $"The score is as it was: {Shown(change.After)}."
            : $"The score went from {Shown(change.Before)} to {Shown(change.After)}.");
        if (change.Reasons.Count == 0)
        {
            terminal.Prose("No label, no money and no rule behind it changed.");
        }

        foreach (var reason in change.Reasons)
        {
            terminal.Item(MessageText.Of(Sentence(reason)));
        }
    }

    private static string Sentence(ChangeReason reason) => reason switch
    {
        ChangeReason.RuleChange rules => $"Rule change, {rules.From} to {rules.To}: what was found then is {Shown(rules.Score)} by the rules of now ({string.Join(", ", rules.Rules)}).",
        ChangeReason.NewLabel labels => $"New label: {string.Join("; ", labels.Labels.Select(Sentence))}.",
        ChangeReason.NewFunds funds => $"New funds: {Counted.Of(funds.Payments, "payment", "payments")} more of its own{Met(funds)}.",
        _ => throw new InvalidOperationException($"A reason of the unknown kind {reason.GetType().Name}."),
    };

    private static string Sentence(LabelChange label) =>
        $"{label.Label.Name} at {(label.Chain is { } chain ? AddressText.Render(chain, label.Address) : "the address itself")}{(label.IsGone ? " was taken back" : "")}";

    private static string Met(ChangeReason.NewFunds funds) => funds.Ends.Count == 0
        ? ""
        : $"; met since: {string.Join(", ", funds.Ends.Select(end => end.Label?.Name ?? AddressText.Render(end.Chain, end.Address)))}";

    private static string Shown(int? score) => score is { } number ? Counted.Of(number) : "nothing known";
}
