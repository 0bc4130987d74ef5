using System.Text;
using Spoor.Chains.Files.Labels;
using Spoor.Labels;

namespace Spoor.Chains.Files.Incidents;

/// <summary>Reads the TagPack in the folder of an incident.</summary>
internal static class FolderLabels
{
    private const int MostCharacters = 1 << 20;

    // A tag without a day counts as known on every day that is asked about, as in a label file handed in with a question.
    private static readonly LabelReadOptions Options = new() { DefaultLearned = DateOnly.MinValue };

    public static IReadOnlyList<Label> Read(TextReader text, FolderNotes notes)
    {
        char[] buffer = new char[MostCharacters + 1];
        string whole = new(buffer, 0, text.ReadBlock(buffer));

        // The incident's own reader first: it knows limits that keep a hostile file from harm.
        if (YamlFile.Read(IncidentFiles.Labels, new StringReader(whole), notes.Found) is null)
        {
            return [];
        }

        try
        {
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(whole));
            return LabelFileReader.Read(IncidentFiles.Labels, bytes, Options).Labels;
        }
        catch (LabelFileException refused)
        {
            refused.Faults.ToList().ForEach(fault => notes.Fault(IncidentFiles.Labels, fault.Line, $"{fault.Field}: expected {fault.Expected}, found '{fault.Found}'."));
            return [];
        }
    }
}
