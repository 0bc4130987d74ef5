using System.IO.Compression;

namespace Spoor.Chains.Files.Labels;

/// <summary>Reads labels from every kind of file that <c>docs/labels.md</c> lists; the kind is told by the content.</summary>
public static class LabelFileReader
{
    /// <summary>Far above the largest list in use (the advanced list of OFAC has 120 MB), far below what harms.</summary>
    private const long MaxBytes = 1L << 29;

    /// <exception cref="LabelFileException">The file is faulty, or of no known kind; nothing of it is to be used.</exception>
    public static LabelFileContent Read(string path, LabelReadOptions options)
    {
        using var bytes = File.OpenRead(path);
        return Read(path, bytes, options);
    }

    /// <param name="path">Its name for messages, and for the date and words it may hold; the file is not opened by it.</param>
    /// <param name="bytes">Plain or gzip.</param>
    /// <exception cref="LabelFileException">The file is faulty, or of no known kind; nothing of it is to be used.</exception>
    public static LabelFileContent Read(string path, Stream bytes, LabelReadOptions options)
    {
        var name = LabelFileName.Of(path);
        using var content = HeadedStream.Open(Unpacked(name, bytes), MaxBytes);
        var sheet = new LabelSheet(name, options);
        string head = content.HeadText;
        foreach (var format in LabelFormats.All)
        {
            if (format.Recognises(head))
            {
                using var text = new StreamReader(content);
                format.Read(text, sheet);
                return sheet.Finish(format.Name);
            }
        }

        throw LabelFormats.NoneFits(name, head);
    }

    private static Stream Unpacked(LabelFileName name, Stream bytes) =>
        name.IsPacked ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
}
