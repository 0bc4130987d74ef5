using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Stores;

/// <summary><c>spoor store</c>: stores as a whole.</summary>
internal static class StoreCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group("store", "Move transfers from one store into another.", StoreCopyCommand.Create(terminal));
}
