using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Spoor.Storage.Index.Building;

/// <summary>Records written once and read through several times; they stay when the build is cut short.</summary>
internal sealed class ScratchFile<T> : IDisposable
    where T : unmanaged
{
    private const int Bytes = 1 << 20;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly XxHash3 _sum = new();
    private readonly T[] _buffer = new T[Bytes / Marshal.SizeOf<T>()];
    private int _used;

    /// <param name="path">The file.</param>
    /// <param name="mark">How far an earlier build had come with it; null to begin.</param>
    /// <exception cref="IndexDamagedException">It is not what that build wrote.</exception>
    internal ScratchFile(string path, ScratchMark? mark = null)
    {
        _path = path;
        _file = new(path, mark is null ? FileMode.Create : FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
        if (mark is { } known)
        {
            Restore(known);
        }
    }

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
        var bytes = MemoryMarshal.AsBytes(_buffer.AsSpan(0, _used));
        _sum.Append(bytes);
        _file.Write(bytes);
        _file.Flush();
        _used = 0;
    }

    /// <summary>Writes what is held back, and says how far the file has come.</summary>
    internal ScratchMark Mark()
    {
        Flush();
        return new(Count, _sum.GetCurrentHashAsUInt64());
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
                got += read > 0 ? read : throw new EndOfStreamException($"{_path} ended {wanted - got} bytes early.");
            }

            take(first, piece.AsSpan(0, wanted / Marshal.SizeOf<T>()));
            first += wanted / Marshal.SizeOf<T>();
        }
    }

    private void Restore(ScratchMark known)
    {
        long length = known.Count * Marshal.SizeOf<T>();
        if (_file.Length >= length)
        {
            _file.SetLength(length);
            Count = known.Count;
            Read((_, records) => _sum.Append(MemoryMarshal.AsBytes(records)), CancellationToken.None);
            _file.Position = length;
        }

        if (Count != known.Count || _sum.GetCurrentHashAsUInt64() != known.Sum)
        {
            _file.Dispose();
            throw new IndexDamagedException($"{Path.GetFileName(_path)} does not match its checksum");
        }
    }
}

/// <param name="first">The number of the first record, from 0.</param>
internal delegate void ReadRecords<T>(long first, ReadOnlySpan<T> records);

/// <summary>The two sides of a movement, by number.</summary>
internal readonly record struct Pair(uint From, uint To);

/// <summary>Where something is that has a hash, by number from 1.</summary>
internal readonly record struct HashedNumber(ulong Hash, ulong Number);
