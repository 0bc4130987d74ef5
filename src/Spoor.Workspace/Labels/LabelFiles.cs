using System.Security.Cryptography;
using Spoor.Chains.Files.Labels;
using Spoor.Labels;
using Spoor.Reporting;

namespace Spoor.Workspace.Labels;

/// <summary>The label files handed in with a question: what they say, and which they were.</summary>
public sealed record LabelFiles(LabelBook Book, IReadOnlyList<CitedFile> Cited)
{
    public static LabelFiles None { get; } = new(LabelBook.Empty, []);

    /// <param name="paths">In order of preference.</param>
    /// <param name="today">No label may claim to have been learned later.</param>
    /// <param name="say">Takes each remark about a file.</param>
    /// <exception cref="FormatException">A file is not as described.</exception>
    public static LabelFiles Read(IEnumerable<string> paths, DateOnly today, Action<string> say)
    {
        // What is handed in with the question and bears no day counts as known on every day that is asked about.
        LabelReadOptions options = new() { DefaultLearned = DateOnly.MinValue, Latest = today };
        var labels = new List<Label>();
        var cited = new List<CitedFile>();
        foreach (string path in paths)
        {
            // Read once: what is hashed is what is used, and a pipe gives its bytes only once.
            byte[] bytes = File.ReadAllBytes(path);
            string file = Path.GetFileName(path);
            using var stream = new MemoryStream(bytes);
            var content = LabelFileReader.Read(path, stream, options);
            content.Damaged.ToList().ForEach(fault => say($"Kept as written: {fault}"));
            content.Remarks.ToList().ForEach(remark => say($"{file}: {remark.Text} ({remark.Labels} {(remark.Labels == 1 ? "label" : "labels")})"));
            labels.AddRange(content.Labels);
            cited.Add(new(file, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        return new(new(labels), cited);
    }
}
