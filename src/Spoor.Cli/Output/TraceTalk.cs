using Spoor.Chains.Files;
using Spoor.Storage;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>What is said beside a trace: how far it is, and when there is nothing to see.</summary>
internal static class TraceTalk
{
    /// <summary>A line for each read of the store.</summary>
    public static IProgress<TraceProgress> Of(Terminal terminal) => new Teller(terminal);

    /// <summary>The exit code a trace deserves, and a word on why it is not <see cref="ExitCode.Done"/>.</summary>
    public static async Task<int> JudgeAsync(Terminal terminal, Trace trace, ITransferStore store, CancellationToken cancellation)
    {
        if (trace.Books.Any(book => !book.Difference.IsZero))
        {
            terminal.TalkText.WriteLine("The books do not balance: this is an error in Spoor. Do not use the result; please report it.");
            return ExitCode.Fault;
        }

        if (trace.Thefts.Count > 0)
        {
            return ExitCode.Done;
        }

        await NothingFound.SayAsync(terminal.TalkText, trace.Request, store, cancellation);
        return ExitCode.Nothing;
    }

    /// <summary>Says of which files the order inside a block is an assumption.</summary>
    /// <param name="formats">Of the files in the store.</param>
    public static void SayOrder(Terminal terminal, IEnumerable<string> formats)
    {
        string[] inferred = [.. formats.Where(FileFormats.OrderedByInference.Contains)];
        if (inferred.Length > 0)
        {
            terminal.TalkText.WriteLine($"The order inside a block is inferred, payments that feed others first, for files of {string.Join(", ", inferred)} (docs/transfers.md).");
        }
    }

    /// <summary>Says of which chains that the trace reached nobody saw what contracts paid: there a swap for the coin looks like a payment to the router.</summary>
    /// <param name="chains">Those that were reached.</param>
    /// <param name="read">What the store read from nodes.</param>
    public static void SayGaps(Terminal terminal, IEnumerable<ChainId> chains, IEnumerable<SyncedRange> read)
    {
        var reached = chains.ToHashSet();
        foreach (var range in read.Where(range => range.WithoutInternalMoves > 0 && reached.Contains(range.Chain)))
        {
            string chain = ChainRegistry.TryGet(range.Chain, out var known) ? known.Name : range.Chain.Value;
            terminal.TalkText.WriteLine(
                $"Internal moves of {chain} are unknown in {Counted.Of(range.WithoutInternalMoves, "block", "blocks")}: coins that contracts paid there "
                + "are missing, and a swap for them looks like a payment to the router (docs/methods/swaps.md).");
        }
    }

    private sealed class Teller(Terminal terminal) : IProgress<TraceProgress>
    {
        public void Report(TraceProgress value) => terminal.TalkText.WriteLine(
            value.Wanted == 0
                ? $"Done after {Counted.Of(value.Round, "read", "reads")}: {Counted.Of(value.Transfers, "tainted transfer", "tainted transfers")}."
                : $"Read {value.Round}: {Counted.Of(value.Holdings, "holding", "holdings")} reached, {Counted.Of(value.Wanted)} still to read.");
    }
}
