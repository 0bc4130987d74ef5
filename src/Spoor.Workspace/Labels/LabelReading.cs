using System.Security.Cryptography;
using Spoor.Chains.Files.Labels;
using Spoor.Labels;
using Spoor.Storage;

namespace Spoor.Workspace.Labels;

/// <summary>A label file as read, and what of it goes to the store.</summary>
public sealed record LabelReading(LabelFileContent Content, LabelDelivery Delivery)
{
    /// <exception cref="LabelFileException">The file is faulty; nothing of it is to be used.</exception>
    public static LabelReading Read(string path, LabelReadOptions options, LabelProvenance provenance)
    {
        // Read once: what is hashed is what is used.
        byte[] bytes = File.ReadAllBytes(path);
        string file = Path.GetFileName(path);
        using var stream = new MemoryStream(bytes);
        var content = provenance.Applied(LabelFileReader.Read(path, stream, options), file);
        return new(content, new(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), content.Format)
        {
            Labels = [.. content.Labels.Select(label => new RecordedLabel(LabelIdentity.Of(label), label))],
            Sources = content.Sources,
            Actors = content.Actors,
            Bad = content.FaultCount,
            Source = provenance.Source ?? file,
            Recorded = options.Latest,
        });
    }
}
