using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Cli.Cases;

/// <summary><c>spoor case</c>: a case in one file that anybody can check.</summary>
internal static class CaseCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "case",
        "Seal a case into one file, check such a file on any machine, and say what changed between two.",
        CaseSealCommand.Create(terminal),
        CaseVerifyCommand.Create(terminal),
        CaseDiffCommand.Create(terminal),
        CaseKeyCommand.Create(terminal));
}
