using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Bridges;

/// <summary><c>spoor bridge</c>: value that left one chain and came out on another.</summary>
internal static class BridgeCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "bridge",
        "Find deposits into bridges again where they were paid out.",
        BridgeMatchCommand.Create(terminal));
}
