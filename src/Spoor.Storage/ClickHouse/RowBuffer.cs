using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Storage.ClickHouse;

/// <summary>Collects rows in ClickHouse's RowBinary until there are enough to send.</summary>
/// <remarks>https://clickhouse.com/docs/interfaces/formats/RowBinary: numbers little-endian, strings after their length.</remarks>
internal sealed class RowBuffer
{
    private const int SentAt = 1 << 20;

    private byte[] _bytes = new byte[1 << 10];
    private int _length;

    public bool IsFull => _length >= SentAt;

    public RowBuffer Byte(byte value)
    {
        Room(1)[0] = value;
        return this;
    }

    public RowBuffer Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), value);
        return this;
    }

    public RowBuffer Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);
        return this;
    }

    public RowBuffer UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Room(sizeof(ulong)), value);
        return this;
    }

    public RowBuffer UInt128(UInt128 value)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(Room(16), value);
        return this;
    }

    /// <summary>Room for as many bytes of a fixed length; the caller fills all of them.</summary>
    public Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + bytes));
        }

        _length += bytes;
        return _bytes.AsSpan(_length - bytes, bytes);
    }

    /// <summary>Room for a string of as many bytes.</summary>
    public Span<byte> String(int bytes)
    {
        Count(bytes);
        return Room(bytes);
    }

    public RowBuffer Text(string text)
    {
        Encoding.UTF8.GetBytes(text, String(Encoding.UTF8.GetByteCount(text)));
        return this;
    }

    /// <summary>The length of what follows, as LEB128.</summary>
    public RowBuffer Count(int count)
    {
        for (; count >= 0x80; count >>= 7)
        {
            Byte((byte)((count & 0x7f) | 0x80));
        }

        return Byte((byte)count);
    }

    public void MoveTo(RowBuffer other)
    {
        _bytes.AsSpan(0, _length).CopyTo(other.Room(_length));
        _length = 0;
    }

    public void MoveTo(IncrementalHash hash)
    {
        hash.AppendData(_bytes.AsSpan(0, _length));
        _length = 0;
    }

    public async ValueTask SendAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _length), cancellation);
        _length = 0;
    }
}
