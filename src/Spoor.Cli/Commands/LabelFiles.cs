using System.Security.Cryptography;
using Spoor.Chains.Files;
using Spoor.Labels;
using Spoor.Reporting;

namespace Spoor.Cli.Commands;

/// <summary>The label files of a command: what they say, and which they were.</summary>
internal sealed record LabelFiles(LabelBook Book, IReadOnlyList<CitedFile> Cited)
{
    /// <param name="paths">In order of preference.</param>
    public static LabelFiles Read(IEnumerable<string> paths)
    {
        var labels = new List<Label>();
        var cited = new List<CitedFile>();
        foreach (string path in paths)
        {
            // Read once: what is hashed is what is used, and a pipe gives its bytes only once.
            byte[] bytes = File.ReadAllBytes(path);
            string file = Path.GetFileName(path);
            using var content = new MemoryStream(bytes);
            labels.AddRange(LabelFile.Read(file, content));
            cited.Add(new(file, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        return new(new(labels), cited);
    }
}
