using System.Text;

namespace Spoor.Chains.Files.Labels;

/// <summary>A stream whose beginning can be looked at before it is read, and that ends in an error past its limit.</summary>
/// <remarks>The limit holds against a small packed file that unpacks without end.</remarks>
internal sealed class HeadedStream : Stream
{
    private const int HeadBytes = 1 << 16;

    private readonly Stream _rest;
    private readonly byte[] _head;
    private readonly long _maxBytes;

    private HeadedStream(Stream rest, byte[] head, long maxBytes)
    {
        _rest = rest;
        _head = head;
        _maxBytes = maxBytes;
    }

    /// <summary>The beginning as text, without a byte order mark; the last character may be cut.</summary>
    public string HeadText => Encoding.UTF8.GetString(_head).TrimStart('\ufeff');

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static HeadedStream Open(Stream stream, long maxBytes)
    {
        byte[] head = new byte[HeadBytes];
        int length = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        return new(stream, head[..length], maxBytes);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (BytesRead < _head.Length)
        {
            var left = _head.AsSpan((int)BytesRead);
            read = Math.Min(left.Length, buffer.Length);
            left[..read].CopyTo(buffer);
        }
        else
        {
            read = _rest.Read(buffer);
        }

        BytesRead += read;
        return BytesRead <= _maxBytes ? read : throw new InvalidDataException($"The file unpacks to more than {_maxBytes} bytes.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
