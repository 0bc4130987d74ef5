using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Storage.Acts;
using Spoor.Workspace.Compensation;

namespace Spoor.Cli.Compensation;

/// <summary>The compensation of the incident and the desk that a command names.</summary>
internal static class TypedCompensation
{
    /// <summary>To look at: nobody is kept from writing.</summary>
    public static OpenCompensation Read(DeskOptions desk, ParseResult parsed, Terminal terminal) =>
        OpenCompensation.Of(desk.IncidentOf(parsed), desk.Read(parsed, terminal), FolderOf(desk, parsed, terminal));

    /// <summary>To add to a log that is held open.</summary>
    public static OpenCompensation Of(DeskOptions desk, ParseResult parsed, Terminal terminal, ActFile file) =>
        OpenCompensation.Of(desk.IncidentOf(parsed), file.Log, FolderOf(desk, parsed, terminal));

    public static CompensationFolder FolderOf(DeskOptions desk, ParseResult parsed, Terminal terminal) =>
        new(desk.FolderOf(parsed, terminal).FolderOf(desk.IncidentOf(parsed)));
}
