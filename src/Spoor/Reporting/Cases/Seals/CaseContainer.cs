using System.Buffers.Binary;
using System.Text;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>The bytes of a case file: a ZIP of stored entries of which every byte follows from names, contents and order.</summary>
/// <remarks>
/// Fields as in PKWARE's APPNOTE.TXT 6.3.10 (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), §4.3: method 0, flag bit 11
/// (names are UTF-8), the earliest time ZIP can state (1980-01-01), no attributes, no extra fields, no comments, no ZIP64.
/// </remarks>
public static class CaseContainer
{
    /// <summary>A case file is held in memory while it is checked.</summary>
    public const int MaxBytes = 1 << 30;

    public const int MaxEntries = 20_000;

    internal const int LocalBytes = 30;
    internal const int CentralBytes = 46;
    internal const int EndBytes = 22;
    internal const uint LocalSignature = 0x04034b50;
    internal const uint CentralSignature = 0x02014b50;

    private const uint EndSignature = 0x06054b50;
    private const ushort Version = 10;
    private const ushort NamesAreUtf8 = 1 << 11;
    private const ushort FirstDay = 1 << 5 | 1;

    /// <param name="entries">In the order in which they shall lie.</param>
    /// <exception cref="FormatException">More than a case file can hold, or a name that it must not hold.</exception>
    public static byte[] Write(IReadOnlyList<CaseEntry> entries)
    {
        Limit(entries);
        using var bytes = new MemoryStream();
        foreach (var entry in entries)
        {
            bytes.Write(LocalHeader(entry));
            bytes.Write(entry.Content.Span);
        }

        bytes.Write(Directory(entries));
        return bytes.ToArray();
    }

    /// <summary>What lies before the content of an entry.</summary>
    internal static byte[] LocalHeader(CaseEntry entry)
    {
        byte[] name = Encoding.UTF8.GetBytes(entry.Name);
        byte[] header = new byte[LocalBytes + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        WriteCommon(header.AsSpan(4), entry, name.Length);
        name.CopyTo(header, LocalBytes);
        return header;
    }

    /// <summary>What lies behind all contents: the central directory and the end record.</summary>
    internal static byte[] Directory(IReadOnlyList<CaseEntry> entries)
    {
        using var bytes = new MemoryStream();
        uint offset = 0;
        foreach (var entry in entries)
        {
            byte[] name = Encoding.UTF8.GetBytes(entry.Name);
            byte[] header = new byte[CentralBytes + name.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(header, CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Version);
            WriteCommon(header.AsSpan(6), entry, name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), offset);
            name.CopyTo(header, CentralBytes);
            bytes.Write(header);
            offset += (uint)(LocalBytes + name.Length + entry.Content.Length);
        }

        WriteEnd(bytes, entries.Count, offset);
        return bytes.ToArray();
    }

    // The 26 bytes that a local header and one of the directory share.
    private static void WriteCommon(Span<byte> header, CaseEntry entry, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], NamesAreUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], Crc32.Of(entry.Content.Span));
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], (uint)entry.Content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], (uint)entry.Content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)nameLength);
    }

    private static void WriteEnd(MemoryStream bytes, int entries, uint offset)
    {
        byte[] end = new byte[EndBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), offset);
        bytes.Write(end);
    }

    private static void Limit(IReadOnlyList<CaseEntry> entries)
    {
        long size = EndBytes + entries.Sum(entry => (long)entry.Content.Length + LocalBytes + CentralBytes + 2 * entry.Name.Length);
        if (size > MaxBytes || entries.Count > MaxEntries)
        {
            throw new FormatException(
                $"A case file holds at most {MaxEntries} entries and {MaxBytes >> 20} MB, because it is checked in memory; this one would have {entries.Count} entries and {size >> 20} MB.");
        }

        if (entries.FirstOrDefault(entry => !CaseEntry.IsName(entry.Name)) is { } bad)
        {
            throw new FormatException($"Expected the name of an entry in plain letters and at most {CaseEntry.MaxName} of them, found '{bad.Name}'.");
        }
    }
}
