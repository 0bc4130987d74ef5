using System.Buffers.Binary;
using System.IO.Compression;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>Whether a gzip file has its end.</summary>
/// <remarks>
/// Neither .NET's stream nor the engine complains when the data stop early. A member ends with its length modulo 2^32
/// (RFC 1952, §2.3.1); files of several members, as bgzip and <c>cat</c> write them, are judged by the last.
/// </remarks>
internal static class GzipEnd
{
    private const int TrailerBytes = 8;

    private const int MaxCandidates = 64;

    private const int ChunkBytes = 1 << 20;

    private static ReadOnlySpan<byte> Magic => [0x1f, 0x8b, 0x08];

    /// <param name="unpackedBytes">What the whole file unpacks to.</param>
    internal static bool IsWhole(string path, long unpackedBytes, CancellationToken cancellation)
    {
        using var file = File.OpenRead(path);
        if (file.Length < Magic.Length + TrailerBytes)
        {
            return false;
        }

        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        file.Seek(-sizeof(uint), SeekOrigin.End);
        file.ReadExactly(trailer);
        uint stated = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        return stated == unchecked((uint)unpackedBytes) || LastMemberIs(file, stated, cancellation);
    }

    private static bool LastMemberIs(FileStream file, uint stated, CancellationToken cancellation)
    {
        int candidates = 0;
        foreach (long start in MagicsFromTheEnd(file))
        {
            cancellation.ThrowIfCancellationRequested();
            if (start == 0 || candidates++ == MaxCandidates)
            {
                return false;
            }

            if (LengthFrom(file, start) is { } length && unchecked((uint)length) == stated)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<long> MagicsFromTheEnd(FileStream file)
    {
        byte[] buffer = new byte[ChunkBytes];
        for (long end = file.Length; end > Magic.Length;)
        {
            long start = Math.Max(0, end - ChunkBytes);
            int length = (int)(end - start);
            file.Seek(start, SeekOrigin.Begin);
            file.ReadExactly(buffer, 0, length);
            int found;
            while ((found = buffer.AsSpan(0, length).LastIndexOf(Magic)) >= 0)
            {
                yield return start + found;
                length = found + Magic.Length - 1;
            }

            // The next chunk overlaps by two bytes, so that no magic is cut in two.
            end = start == 0 ? 0 : start + Magic.Length - 1;
        }
    }

    private static long? LengthFrom(FileStream file, long start)
    {
        file.Seek(start, SeekOrigin.Begin);
        try
        {
            using var member = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            int read;
            while ((read = member.Read(buffer)) > 0)
            {
                length += read;
            }

            return length;
        }
        catch (InvalidDataException)
        {
            // The three bytes were data by chance.
            return null;
        }
    }
}
