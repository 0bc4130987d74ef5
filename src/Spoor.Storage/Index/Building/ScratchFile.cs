using System.Runtime.InteropServices;

namespace Spoor.Storage.Index.Building;

/// <summary>Records written once, read through several times, and gone with the build.</summary>
internal sealed class ScratchFile<T>(string path) : IDisposable
    where T : unmanaged
{
    private const int Bytes = 1 << 20;

    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.DeleteOnClose);
    private readonly T[] _buffer = new T[Bytes / Marshal.SizeOf<T>()];
    private int _used;

    internal long Count { get; private set; }

    public void Dispose() => _file.Dispose();

    internal void Add(T record)
    {
        if (_used == _buffer.Length)
        {
            Flush();
        }

        _buffer[_used++] = record;
        Count++;
    }

    internal void Flush()
    {
        _file.Write(MemoryMarshal.AsBytes(_buffer.AsSpan(0, _used)));
        _file.Flush();
        _used = 0;
    }

    /// <summary>All records from the first, in pieces; several may read at once.</summary>
    internal void Read(ReadRecords<T> take, CancellationToken cancellation)
    {
        var piece = new T[_buffer.Length];
        var bytes = MemoryMarshal.AsBytes(piece.AsSpan());
        for (long first = 0; first < Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            int wanted = (int)Math.Min(piece.Length, Count - first) * Marshal.SizeOf<T>();
            int got = 0;
            while (got < wanted)
            {
                int read = RandomAccess.Read(_file.SafeFileHandle, bytes[got..wanted], (first * Marshal.SizeOf<T>()) + got);
                got += read > 0 ? read : throw new EndOfStreamException($"{path} ended {wanted - got} bytes early.");
            }

            take(first, piece.AsSpan(0, wanted / Marshal.SizeOf<T>()));
            first += wanted / Marshal.SizeOf<T>();
        }
    }
}

/// <param name="first">The number of the first record, from 0.</param>
internal delegate void ReadRecords<T>(long first, ReadOnlySpan<T> records);

/// <summary>The two sides of a movement, by number.</summary>
internal readonly record struct Pair(uint From, uint To);

/// <summary>Where something is that has a hash, by number from 1.</summary>
internal readonly record struct HashedNumber(ulong Hash, ulong Number);
