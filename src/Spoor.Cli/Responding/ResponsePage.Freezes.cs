using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Response.Freezing;

namespace Spoor.Cli.Responding;

/// <content>Requests to freeze.</content>
internal sealed partial class ResponsePage
{
    private void WriteFreezes()
    {
        if (state.Freezes.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Heading("Requests to freeze");
        terminal.Table(
            ["packet", "to", "state", "asked for", "frozen", "answer by"],
            state.Freezes.Select(freeze => (IReadOnlyList<string>)
            [
                freeze.Packet, MessageText.Of(freeze.Target.Name), freeze.IsOverdue(state.Now) ? $"{freeze.State}, overdue" : freeze.State,
                Of(freeze.Asked), Of(freeze.Frozen), freeze.Deadline is { } deadline ? Rendered.Moment(deadline) : "",
            ]));
    }

    private static string Of(IReadOnlyList<FreezeAmount> amounts) => string.Join(
        "; ", amounts.Select(amount => $"{amount.Amount.ToDecimalString(amount.Decimals)} {amount.Symbol ?? "units of " + amount.Asset}"));
}
