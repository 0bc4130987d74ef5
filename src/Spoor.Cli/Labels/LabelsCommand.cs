using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Labels;

/// <summary><c>spoor labels</c>: who is behind addresses, who says so, and since when that is known.</summary>
internal static class LabelsCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "labels",
        "Keep what is said of addresses: who they are, who says so, and since when that is known.",
        LabelImportCommand.Create(terminal),
        LabelFindCommand.Create(terminal),
        LabelAtCommand.Create(terminal),
        LabelConflictsCommand.Create(terminal),
        LabelRetractCommand.Create(terminal),
        LabelExportCommand.Create(terminal));
}
