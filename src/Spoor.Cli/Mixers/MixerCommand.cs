using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Mixers;

/// <summary><c>spoor mixer</c>: what can be said of value that went into a mixer.</summary>
internal static class MixerCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "mixer",
        "Say who may have withdrawn from a mixer: hypotheses with their chances, never a part of a trace.",
        MixerLinksCommand.Create(terminal));
}
