using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>What is said beside an answer that is empty.</summary>
internal static class LabelTalk
{
    /// <summary>The exit code an answer deserves, and a word on why it is not <see cref="ExitCode.Done"/>.</summary>
    public static async Task<int> JudgeAsync(Terminal terminal, LabelAnswer answer, DuckDbLabelStore store, CancellationToken cancellation)
    {
        if (answer.Total > 0)
        {
            return ExitCode.Done;
        }

        var counts = await store.CountsAsync(cancellation);
        string day = answer.Day is { } known ? $" that was known on {DayOption.Text(known)}" : "";
        terminal.TalkText.WriteLine(MessageText.Of($"No label of '{answer.Asked}'{day} is held."));
        terminal.TalkText.WriteLine($"  The store holds {Counted.Of(counts.Labels, "label", "labels")} of {Counted.Of(counts.Subjects, "address or transaction", "addresses and transactions")}.");
        terminal.TalkText.WriteLine("Check the spelling, --chain, --as-of and --data; an address without a label is not thereby innocent.");
        return ExitCode.Nothing;
    }
}
