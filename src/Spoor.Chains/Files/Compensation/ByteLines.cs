using System.Security.Cryptography;

namespace Spoor.Chains.Files.Compensation;

/// <summary>The lines of a large file as bytes, read in pieces and hashed on the way.</summary>
/// <remarks>No line is ever a string: of 20 million rows that alone would cost more than all the rest.</remarks>
internal sealed class ByteLines(string file, Stream bytes) : IDisposable
{
    /// <summary>Wide enough for a header of all assets.</summary>
    public const int MaxLine = 1 << 20;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[2 * MaxLine];
    private int _begin;
    private int _end;
    private bool _isEnded;

    /// <summary>From 1; of the line read last.</summary>
    public long Number { get; private set; }

    /// <summary>Of all bytes, once every line is read; in lower-case hexadecimal digits.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>The next line without its end; what it is in lives until the one after it is asked for.</summary>
    /// <exception cref="FormatException">The line is too long.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int length = _buffer.AsSpan(_begin, _end - _begin).IndexOf((byte)'\n');
        while (length < 0 && !_isEnded && _end - _begin <= MaxLine)
        {
            Fill();
            length = _buffer.AsSpan(_begin, _end - _begin).IndexOf((byte)'\n');
        }

        bool isLast = length < 0;
        length = isLast ? _end - _begin : length;
        line = _buffer.AsSpan(_begin, length);
        if (length > MaxLine)
        {
            throw new FormatException($"{file}, line {Number + 1}: expected at most {MaxLine} bytes, found more.");
        }

        _begin += isLast ? length : length + 1;
        line = line.EndsWith("\r"u8) ? line[..^1] : line;
        Number++;
        return !isLast || length > 0;
    }

    public void Dispose() => _hash.Dispose();

    private void Fill()
    {
        _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
        (_begin, _end) = (0, _end - _begin);
        int read = bytes.Read(_buffer, _end, _buffer.Length - _end);
        _hash.AppendData(_buffer, _end, read);
        _end += read;
        _isEnded = read == 0;
    }
}
