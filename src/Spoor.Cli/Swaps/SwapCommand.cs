using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Swaps;

/// <summary><c>spoor swap</c>: what can be said of value that went into a swap service.</summary>
internal static class SwapCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "swap",
        "List payouts that may belong to deposits at a swap service: hypotheses, never a part of a trace.",
        SwapCandidatesCommand.Create(terminal));
}
