using System.Buffers;

namespace Spoor.Reporting;

/// <summary>Holds a document while it is written, in memory that is borrowed and given back: a server writes thousands a second.</summary>
internal sealed class DocumentBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Begin = 16 << 10;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Begin);
    private int _written;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_written);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int asked)
    {
        int wanted = Math.Max(1, asked);
        if (_bytes.Length - _written >= wanted)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_bytes.Length + wanted, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length))));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
