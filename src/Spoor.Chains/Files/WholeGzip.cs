using System.Buffers.Binary;
using System.IO.Compression;

namespace Spoor.Chains.Files;

/// <summary>Unpacks gzip that has its end.</summary>
/// <remarks>
/// .NET's stream does not complain when the data stop early. A member ends with its length modulo 2^32 (RFC 1952, §2.3.1);
/// bytes of several members, as <c>cat</c> and bgzip write them, are judged by the last.
/// </remarks>
internal static class WholeGzip
{
    // Packed bytes look like the beginning of a member once in 2^24; the last member is among the last few that do.
    private const int MaxCandidates = 64;

    // Ten bytes of header and eight of trailer (RFC 1952, §2.3).
    private const int LeastBytes = 18;

    private static ReadOnlySpan<byte> Magic => [0x1f, 0x8b, 0x08];

    /// <exception cref="FormatException">It is not gzip, or ends early, or something follows it.</exception>
    public static byte[] Unpack(string name, byte[] packed)
    {
        try
        {
            byte[] content = From(name, packed, 0);
            return EndsWith(packed, 0, content.Length) || LastMemberIsWhole(name, packed)
                ? content
                : throw new FormatException($"{name}: expected a whole gzip file, found one that ends early or goes on after its end. Fetch or pack it again.");
        }
        catch (InvalidDataException failure)
        {
            throw new FormatException($"{name}: expected gzip, found bytes that are not ({failure.Message})", failure);
        }
    }

    private static bool LastMemberIsWhole(string name, byte[] packed)
    {
        int start = packed.AsSpan().LastIndexOf(Magic);
        for (int tried = 0; start > 0 && tried < MaxCandidates; tried++)
        {
            if (LengthFrom(name, packed, start) is { } length && EndsWith(packed, start, length))
            {
                return true;
            }

            start = packed.AsSpan(0, start).LastIndexOf(Magic);
        }

        return false;
    }

    // A place that only looks like the beginning of a member is not gzip.
    private static int? LengthFrom(string name, byte[] packed, int start)
    {
        try
        {
            return From(name, packed, start).Length;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] From(string name, byte[] packed, int start)
    {
        using var gzip = new GZipStream(new MemoryStream(packed, start, packed.Length - start), CompressionMode.Decompress);
        return InputFile.Limited(name, gzip);
    }

    private static bool EndsWith(byte[] packed, int start, int length) =>
        packed.Length - start >= LeastBytes && BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - sizeof(uint))) == (uint)length;
}
