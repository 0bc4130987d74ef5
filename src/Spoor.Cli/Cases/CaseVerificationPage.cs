using Spoor.Cli.Output;
using Spoor.Reporting.Cases.Seals;
using Spoor.Workspace.Cases.Seals;

namespace Spoor.Cli.Cases;

/// <summary>The check of a case file for people: what holds, what does not, and what a check cannot show.</summary>
internal sealed class CaseVerificationPage(Terminal terminal, CaseVerification found)
{
    private const int MostShown = 20;

    public void Write(string file)
    {
        terminal.Heading(MessageText.Of(found.Holds ? $"{file}: the case holds" : $"{file}: the case does not hold"));
        WriteSeal();
        if (found.Holds)
        {
            WriteWhole();
        }
        else
        {
            WriteFaults();
        }
    }

    private void WriteSeal()
    {
        var lines = new List<string[]>();
        if (found.Opened.Id is { } id)
        {
            lines.Add(["Seal", id]);
        }

        if (found.Opened.Manifest is { } manifest)
        {
            lines.Add(["Incident", MessageText.Of(manifest.Incident)]);
            lines.Add(["Follows", manifest.Previous is { } previous ? MessageText.Of(previous) : "no other seal"]);
            lines.Add(["Signed by", found.Opened.Signature is { } signature ? $"{Convert.ToHexStringLower(signature.PublicKey.Span)} (Ed25519)" : "nobody"]);
            lines.Add(["Sealed with", MessageText.Of($"Spoor {manifest.Tool}; this is {CaseRules.Tool}")]);
        }

        terminal.Fields(lines);
    }

    private void WriteWhole()
    {
        var entries = found.Opened.Manifest!.Entries;
        terminal.Line();
        terminal.Prose(
            $"Every byte of the file is as its format demands, and {Counted.Of(entries.Count, "entry has", "entries have")} the hash that the manifest states. "
            + $"{Counted.Of(entries.Count(entry => entry.Role == EntryRole.Results), "result was", "results were")} computed again from "
            + $"{Counted.Of(entries.Count(entry => entry.Role == EntryRole.Input), "input", "inputs")} and came out byte for byte the same.");
        terminal.Line();
        terminal.Prose(
            "So the results follow from the inputs by the stated rules. That the inputs are true is not shown: compare their transactions with the chains, "
            + "and their statements with the sources that they name."
            + (found.Opened.Signature is null ? " Who sealed the case is not shown either, because it is not signed." : ""));
    }

    private void WriteFaults()
    {
        terminal.Line();
        foreach (var fault in found.Faults.Take(MostShown))
        {
            terminal.Prose(MessageText.Of(fault.Text));
            if (fault.Place is null && (fault.Expected ?? fault.Found) is not null)
            {
                terminal.Line(MessageText.Of($"      expected {fault.Expected ?? "nothing"}"));
                terminal.Line(MessageText.Of($"      found    {fault.Found ?? "nothing"}"));
            }
        }

        if (found.Faults.Count > MostShown)
        {
            terminal.Prose($"And {Counted.Of(found.Faults.Count - MostShown, "fault", "faults")} more; --json lists all.");
        }

        terminal.Line();
        terminal.Prose(found.Repeated
            ? "Do not rely on a figure of this file that is named here, nor on what rests on it."
            : "The results were not computed again, because the file is not the one that was sealed. Ask whoever gave it to you for another copy.");
    }
}
