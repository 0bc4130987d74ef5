using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Reporting.Responses;
using Spoor.Response;
using Spoor.Response.Suspensions;
using Spoor.Transfers;

namespace Spoor.Cli.Responding;

/// <summary>How a response stands, for people.</summary>
internal sealed partial class ResponsePage(Terminal terminal, ResponseState state)
{
    public static void Show(Terminal terminal, ResponseState state, bool isJson)
    {
        if (isJson)
        {
            ResponseJson.Write(state, terminal.Bytes);
            return;
        }

        new ResponsePage(terminal, state).Write();
    }

    private void Write()
    {
        terminal.Heading($"Response to {state.Incident}, as of {Rendered.Moment(state.Now)}");
        terminal.Line($"  {Counted.Of(state.Log.Acts.Count, "act", "acts")}, the last is {state.Log.Head}");
        WriteSuspensions();
        WriteChecklists();
        WriteFreezes();
        if (state.Clock.Duties.Any(duty => duty.Due is not null || duty.Done is not null))
        {
            terminal.Line();
            terminal.Heading("Reports to the authority");
            ClockCommand.Write(terminal, state.Clock, state.Now);
        }
    }

    private void WriteSuspensions()
    {
        terminal.Line();
        terminal.Heading("Deposits and withdrawals");
        if (state.Suspensions.Count == 0)
        {
            terminal.Line("  Nothing was asked of the exchange.");
            return;
        }

        terminal.Table(
            ["asset", "chain", "direction", "state", "asked", "by"],
            state.Suspensions.Select(standing => (IReadOnlyList<string>)
            [
                standing.Request.Subject.Asset, NameOf(standing.Request.Subject.Chain), standing.Request.Subject.Direction.Word(), WordsOf(standing),
                Rendered.Moment(standing.RequestedAt), MessageText.Of(standing.Request.By),
            ]));
        foreach (var standing in state.Suspensions.Where(standing => !standing.IsConfirmed))
        {
            terminal.Line();
            terminal.Prose($"Not confirmed, {standing.Request.Subject}: {(standing.Said.Length > 0 ? MessageText.Of(standing.Said) : "nothing is written down of an answer")}."
                + " Give the same command again: it asks under the same key.");
        }
    }

    private static string WordsOf(SuspensionStanding standing)
    {
        if (standing.IsConfirmed)
        {
            return $"{standing.Request.Wish.State()} since {Rendered.Moment(standing.ConfirmedSince!.Value)}";
        }

        string last = standing.Confirmed is { } confirmed ? $"; last confirmed {confirmed.State()}" : "";
        return $"{standing.Request.Wish.Word()} requested, not confirmed{last}";
    }

    private void WriteChecklists()
    {
        foreach (var checklist in state.Checklists)
        {
            terminal.Line();
            terminal.Heading($"Before {checklist.Asset} is opened again");
            terminal.Table(
                ["", "item", "what it means", "by", "when"],
                checklist.Items.Select(item => (IReadOnlyList<string>)
                [
                    item.Done is null ? "open" : "done", item.Item, item.Meaning,
                    item.Done is { } done ? MessageText.Of(done.By) : "", item.Done is { } act ? Rendered.Moment(act.At) : "",
                ]));
        }
    }

    private static string NameOf(string chain) => ChainRegistry.TryFind(chain, out var known) ? known.Name : chain;
}
