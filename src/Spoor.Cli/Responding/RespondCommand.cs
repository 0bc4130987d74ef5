using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond</c>: the desk from which the answer to a theft is run.</summary>
internal static class RespondCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "respond",
        "Run the answer to a theft: suspend and resume, ask others to freeze, keep the clock; every act is written down.",
        SuspendCommand.Create(terminal),
        SuspendCommand.CreateResume(terminal),
        CheckCommand.Create(terminal),
        RespondStatusCommand.Create(terminal),
        FreezeCommand.Create(terminal),
        LeagueCommand.Create(terminal),
        RespondWatchCommand.Create(terminal),
        GapCommand.Create(terminal),
        NoteCommand.Create(terminal),
        ClockCommand.Create(terminal),
        RespondLogCommand.Create(terminal));
}
