using System.Security.Cryptography;
using Spoor.Chains.Files.Labels;
using Spoor.Cli.Output;
using Spoor.Labels;
using Spoor.Reporting;

namespace Spoor.Cli.Commands;

/// <summary>The label files of a command: what they say, and which they were.</summary>
internal sealed record LabelFiles(LabelBook Book, IReadOnlyList<CitedFile> Cited)
{
    /// <param name="names">As typed, in order of preference.</param>
    public static LabelFiles Read(IEnumerable<string> names, Terminal terminal)
    {
        // What is handed in with the question and bears no day counts as known on every day that is asked about.
        LabelReadOptions options = new() { DefaultLearned = DateOnly.MinValue, Latest = terminal.Today };
        var labels = new List<Label>();
        var cited = new List<CitedFile>();
        foreach (string path in names.Select(terminal.PathOf))
        {
            // Read once: what is hashed is what is used, and a pipe gives its bytes only once.
            byte[] bytes = File.ReadAllBytes(path);
            string file = Path.GetFileName(path);
            using var stream = new MemoryStream(bytes);
            var content = LabelFileReader.Read(path, stream, options);
            content.Damaged.ToList().ForEach(fault => terminal.TalkText.WriteLine(MessageText.Of($"Kept as written: {fault}")));
            content.Remarks.ToList().ForEach(remark => terminal.TalkText.WriteLine(MessageText.Of($"{file}: {remark.Text} ({Counted.Of(remark.Labels, "label", "labels")})")));
            labels.AddRange(content.Labels);
            cited.Add(new(file, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        return new(new(labels), cited);
    }
}
