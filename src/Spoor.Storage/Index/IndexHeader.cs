using System.Buffers.Binary;

namespace Spoor.Storage.Index;

/// <summary>The first page of an index file.</summary>
internal readonly record struct IndexHeader(long FileBytes, long CatalogAt, int CatalogBytes, ulong CatalogSum)
{
    private const int Bytes = 44;

    internal byte[] ToPage()
    {
        byte[] page = new byte[IndexLayout.PageBytes];
        var rest = page.AsSpan();
        IndexLayout.Magic.CopyTo(rest);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[8..], IndexLayout.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[12..], IndexLayout.PageBytes);
        BinaryPrimitives.WriteInt64LittleEndian(rest[16..], FileBytes);
        BinaryPrimitives.WriteInt64LittleEndian(rest[24..], CatalogAt);
        BinaryPrimitives.WriteInt32LittleEndian(rest[32..], CatalogBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(rest[36..], CatalogSum);
        BinaryPrimitives.WriteUInt64LittleEndian(rest[Bytes..], IndexLayout.Sum(rest[..Bytes]));
        return page;
    }

    /// <exception cref="IndexDamagedException">Not the header of a whole index of this version.</exception>
    internal static IndexHeader Read(ReadOnlySpan<byte> page, long fileBytes)
    {
        if (page.Length < IndexLayout.PageBytes || !page.StartsWith(IndexLayout.Magic))
        {
            throw new IndexDamagedException("it does not begin as an index does");
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(page[8..]);
        if (version != IndexLayout.Version)
        {
            throw new IndexDamagedException($"it is of version {version}, this program reads version {IndexLayout.Version}");
        }

        if (BinaryPrimitives.ReadUInt64LittleEndian(page[Bytes..]) != IndexLayout.Sum(page[..Bytes]))
        {
            throw new IndexDamagedException("the checksum of its header is wrong");
        }

        var header = new IndexHeader(
            BinaryPrimitives.ReadInt64LittleEndian(page[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(page[24..]),
            BinaryPrimitives.ReadInt32LittleEndian(page[32..]),
            BinaryPrimitives.ReadUInt64LittleEndian(page[36..]));
        return header.FileBytes == fileBytes
            ? header
            : throw new IndexDamagedException($"it has {fileBytes} bytes, {header.FileBytes} were written");
    }
}
