using Spoor.Attribution;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Cli.Links;

/// <summary>One link as a block of text: what is shared, the way to it on both sides, and what every check found.</summary>
internal static class LinkBlock
{
    private static readonly AmountText Amounts = new(TokenList.Builtin);

    public static void Write(Terminal terminal, Link link)
    {
        terminal.Line();
        terminal.Heading($"{link.Here.Case} – {link.There.Case}: {LinkSentences.Kind(link.Kind)}");
        terminal.Line($"  {link.PivotText}  ({LinkSentences.Chains(link)})");
        terminal.Prose(link.Verdict);
        terminal.Line();
        WriteSide(terminal, link.Here);
        WriteSide(terminal, link.There);
        foreach (var label in link.Labels)
        {
            terminal.Line($"  Label: {label.Subject} is {label.Name} ({label.Category}), says {label.Source}");
        }

        terminal.Prose(LinkSentences.Known(link));
        terminal.Line();
        terminal.WrappedTable(
            ["Check", "Outcome", "~What was found"],
            link.Checks.Select(check => (IReadOnlyList<string>)[check.Name, LinkSentences.Outcome(check.Outcome), check.Reason]));
    }

    private static void WriteSide(Terminal terminal, LinkSide side)
    {
        foreach (var path in side.Paths)
        {
            terminal.Line($"  {side.Case}: {path.Start.Subject}, {path.Start.Role}, named by {string.Join(", ", path.Sources)}");
            foreach (var step in path.Steps)
            {
                terminal.Line($"    {Rendered.Moment(step.Time)}  {Party(step, step.From)} → {Party(step, step.To)}  {Amounts.WithName(step.Asset, step.Amount)}");
                terminal.Line($"      {step.Chain} {step.Tx.Render(step.Chain)}");
            }
        }
    }

    private static string Party(Transfer step, Address? party) => party is { } known ? AddressText.Render(step.Chain, known) : "(inputs)";
}
