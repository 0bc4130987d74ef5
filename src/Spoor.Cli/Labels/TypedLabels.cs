using Spoor.Cli.Output;
using Spoor.Workspace.Labels;

namespace Spoor.Cli.Labels;

/// <summary>The label files that were named on the command line.</summary>
internal static class TypedLabels
{
    /// <param name="names">As typed, in order of preference.</param>
    public static LabelFiles Read(IEnumerable<string> names, Terminal terminal) =>
        LabelFiles.Read(names.Select(terminal.PathOf), terminal.Today, line => terminal.TalkText.WriteLine(MessageText.Of(line)));
}
