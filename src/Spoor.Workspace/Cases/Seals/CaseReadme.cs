using System.Text;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>What somebody reads who unpacks a case file and knows nothing of Spoor.</summary>
public static class CaseReadme
{
    private const string Text = """
        This is a sealed case of Spoor (format case/1).

        manifest.json   every other file here with its SHA-256, the rules with their versions,
                        and the parameters. Its own SHA-256 is the id of the seal.
        manifest.sig    if there is one: an Ed25519 signature over the bytes of manifest.json.
        inputs/         all that the results were computed from.
        rules/          tables that Spoor carries and the results rest on.
        results/        what Spoor found. Begin with results/figures.json: every headline figure,
                        and the places of the other files that it rests on.

        To check the case, on any machine and without a network:

            spoor case verify FILE.case

        That computes every result again from the inputs and compares bytes. It shows that the
        results follow from the inputs by the stated rules. It does not show that the inputs are
        true: each is listed with its source, so that it can be compared with the chain itself.

        """;

    public static CaseEntry Entry { get; } = new(CaseNames.Readme, Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n")));
}
