using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Spoor.Storage.Index;

/// <summary>Numbers outside the managed heap: more than two thousand million of them, and given back at once.</summary>
internal sealed unsafe class NativeArray<T> : IDisposable
    where T : unmanaged
{
    private T* _cells;

    internal NativeArray(long length)
    {
        Length = length;
        _cells = (T*)NativeMemory.AllocZeroed((nuint)Math.Max(length, 1), (nuint)sizeof(T));
        SystemAdvice.IsTouchedAnywhere(_cells, Bytes);
    }

    ~NativeArray() => Free();

    internal long Length { get; private set; }

    internal long Bytes => Length * sizeof(T);

    internal ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (index < 0 || index >= Length)
            {
                Refuse(index);
            }

            return ref _cells[index];
        }
    }

    internal T* Pointer => _cells;

    internal Span<T> Slice(long start, int length)
    {
        return start >= 0 && length >= 0 && start + length <= Length
            ? new(_cells + start, length)
            : throw new ArgumentOutOfRangeException(nameof(start), start, $"The array has {Length} cells, {length} from there on were asked for.");
    }

    /// <summary>Makes room; the new cells are zero.</summary>
    internal void Grow(long length)
    {
        _cells = (T*)NativeMemory.Realloc(_cells, (nuint)length * (nuint)sizeof(T));
        SystemAdvice.IsTouchedAnywhere(_cells, length * sizeof(T));
        NativeMemory.Clear(_cells + Length, (nuint)(length - Length) * (nuint)sizeof(T));
        Length = length;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.Free(_cells);
        _cells = null;
        Length = 0;
    }

    private void Refuse(long index) => throw new ArgumentOutOfRangeException(nameof(index), index, $"The array has {Length} cells.");
}
