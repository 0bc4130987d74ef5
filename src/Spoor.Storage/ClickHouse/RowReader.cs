using System.Buffers.Binary;
using System.Text;

namespace Spoor.Storage.ClickHouse;

/// <summary>Reads an answer in RowBinary as it comes; see <see cref="RowBuffer"/>.</summary>
internal sealed class RowReader(Stream stream)
{
    // No row of ours comes near it: the longest have a memo of a bridge.
    private const int LongestRow = 1 << 20;

    private readonly byte[] _bytes = new byte[2 * LongestRow];
    private int _at;
    private int _end;
    private bool _isOver;

    /// <summary>Makes sure that a whole row is at hand; false when there is none left.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        if (!_isOver && _end - _at < LongestRow)
        {
            Buffer.BlockCopy(_bytes, _at, _bytes, 0, _end - _at);
            (_at, _end) = (0, _end - _at);
            while (!_isOver && _end < LongestRow)
            {
                int read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellation);
                _isOver = read == 0;
                _end += read;
            }
        }

        return _at < _end;
    }

    public byte Byte() => Fixed(1)[0];

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Fixed(sizeof(int)));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Fixed(sizeof(long)));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Fixed(sizeof(ulong)));

    public UInt128 UInt128() => BinaryPrimitives.ReadUInt128LittleEndian(Fixed(16));

    /// <summary>As many bytes; they hold until the next row.</summary>
    public ReadOnlySpan<byte> Fixed(int bytes)
    {
        if (_end - _at < bytes)
        {
            throw new EndOfStreamException($"The answer ended inside a row: expected {bytes} bytes more, found {_end - _at}.");
        }

        _at += bytes;
        return _bytes.AsSpan(_at - bytes, bytes);
    }

    public ReadOnlySpan<byte> String() => Fixed(Count());

    public string Text() => Encoding.UTF8.GetString(String());

    /// <summary>A list in the order it was written.</summary>
    public T[] List<T>(Func<RowReader, T> read)
    {
        var items = new T[Count()];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = read(this);
        }

        return items;
    }

    private int Count()
    {
        int count = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = Byte();
            count |= (part & 0x7f) << shift;
            if (part < 0x80)
            {
                return count is >= 0 and < LongestRow ? count : throw new InvalidDataException($"A length of {count} in a row of the answer.");
            }
        }
    }
}
