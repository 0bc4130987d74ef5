using System.Text;
using Spoor.Chains.Files.Labels;
using Spoor.Labels;

namespace Spoor.Tests.Files.Labels;

/// <summary>Label files typed into a test.</summary>
internal static class LabelText
{
    public static readonly DateOnly Today = new(2026, 8, 23);

    /// <summary>As our own packs are read.</summary>
    public static readonly LabelReadOptions Trusting = new() { DefaultLearned = Today, TrustContext = true };

    public static LabelFileContent Read(string file, string text, LabelReadOptions? options = null)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return LabelFileReader.Read(file, bytes, options ?? new() { DefaultLearned = Today });
    }

    public static IReadOnlyList<LabelFault> Faults(string file, string text) =>
        Assert.Throws<LabelFileException>(() => Read(file, text)).Faults;

    /// <summary>A label as one value: its concepts, which are a list, compared by what they hold.</summary>
    public static (Label, string) Value(Label label) => (label with { Concepts = [] }, string.Join('\n', label.Concepts));
}
