using System.Buffers.Binary;
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
        var sheet = new LabelSheet(LabelFileName.Of(path), options);
        try
        {
            return Read(bytes, sheet);
        }
        catch (InvalidDataException failure)
        {
            throw sheet.Broken(1, "file", "a gzip file that is whole and unpacks to at most 512 MB", failure.Message);
        }
    }

    private static LabelFileContent Read(Stream bytes, LabelSheet sheet)
    {
        uint? stated = sheet.File.IsPacked ? GzipLength(bytes) : null;
        using var content = HeadedStream.Open(
            sheet.File.IsPacked ? new GZipStream(bytes, CompressionMode.Decompress) : bytes, MaxBytes);
        string head = content.HeadText;
        var format = LabelFormats.All.FirstOrDefault(one => one.Recognises(head)) ?? throw LabelFormats.NoneFits(sheet.File, head);
        using var text = new StreamReader(content);
        format.Read(text, sheet);
        content.CopyTo(Stream.Null);
        return stated is null || stated <= content.BytesRead
            ? sheet.Finish(format.Name)
            : throw new InvalidDataException($"It ends after {content.BytesRead} bytes of content.");
    }

    // .NET's stream does not complain when the data stop early. A file ends with the length of its content (RFC 1952,
    // 2.3.1); one of several members with that of the last, which is less than the whole.
    private static uint? GzipLength(Stream bytes)
    {
        const int Trailer = sizeof(uint);
        if (!bytes.CanSeek || bytes.Length - bytes.Position < Trailer)
        {
            return null;
        }

        long start = bytes.Position;
        Span<byte> length = stackalloc byte[Trailer];
        bytes.Seek(-Trailer, SeekOrigin.End);
        bytes.ReadExactly(length);
        bytes.Seek(start, SeekOrigin.Begin);
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }
}
