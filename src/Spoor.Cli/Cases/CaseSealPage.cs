using Spoor.Cli.Output;
using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Cli.Cases;

/// <summary>What was sealed, for people.</summary>
internal sealed class CaseSealPage(Terminal terminal, SealedCase sealedCase, bool isSigned)
{
    public void Write(string file)
    {
        var manifest = sealedCase.Manifest;
        terminal.Heading($"Sealed: {file}");
        terminal.Fields(Lines(manifest));
        terminal.Next(
            ($"spoor case verify {file}", "computes every figure again from the inputs in the file and compares bytes; it needs nothing else"),
            ($"unzip -l {file}", "a case file is a ZIP; results/figures.json has every headline figure"));
    }

    private IEnumerable<string[]> Lines(CaseManifest manifest)
    {
        yield return ["Seal", sealedCase.Id];
        yield return ["Follows", manifest.Previous ?? "no other seal"];
        yield return ["Signed", isSigned ? "yes, Ed25519" : "no"];
        foreach (var role in manifest.Entries.GroupBy(entry => entry.Role).Where(group => group.Key != EntryRole.Note).OrderBy(group => group.Key))
        {
            yield return [CountedWord(role.Key), $"{Counted.Of(role.Count(), "entry", "entries")}, {role.Sum(entry => entry.Bytes):N0} bytes"];
        }

        yield return ["Transfers", manifest.Parameters.IsPublishedOnly ? "those published with the incident" : "those of a store that the findings rest on"];
        yield return ["As of", manifest.Parameters.Case.AsOf is { } day ? $"{day:yyyy-MM-dd}" : "all that is known"];
    }

    private static string CountedWord(EntryRole role) => role switch
    {
        EntryRole.Input => "Inputs",
        EntryRole.Rule => "Rules",
        _ => "Results",
    };
}
