using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Spoor.Storage.Index;

/// <summary>The mapped pages of an index file; each is held to its checksum when it is first touched.</summary>
/// <remarks>Reads may run side by side. Nothing is read of a page that nobody asks for.</remarks>
internal sealed unsafe class IndexPages : IDisposable
{
    // Of an index of thirty gigabytes.
    private const long MostSumsAhead = 64 << 20;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly IndexCatalog _catalog;
    private readonly byte* _start;
    private readonly ulong[] _checked;

    internal IndexPages(FileStream file, IndexCatalog catalog)
    {
        _catalog = catalog;
        _file = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start;
        _checked = new ulong[(catalog.PageSums.FirstPage + catalog.PageSums.Pages + 63) / 64];

        // Pages of a trace lie apart. But every page that is touched asks for its checksum, and those lie together: read as one they cost less
        // than a hundredth of what they cost one by one.
        SystemAdvice.ReadsAnywhere(start, _view.Capacity);
        var sums = catalog.PageSums;
        if (sums.Pages * IndexLayout.PageBytes <= MostSumsAhead)
        {
            SystemAdvice.WillBeRead(start + (sums.FirstPage * IndexLayout.PageBytes), sums.Pages * IndexLayout.PageBytes);
        }
    }

    /// <summary>Pages with cells, the first page of the file included.</summary>
    internal long Count => _catalog.PageSums.FirstPage;

    /// <summary>Pages that were asked for since the file was opened.</summary>
    internal long Touched => _checked.Sum(word => (long)BitOperations.PopCount(word));

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    /// <summary>A cell of a page will be asked for soon: the disk, or the memory, may begin to bring it while something else is done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Expect(long page, long offset)
    {
        byte* start = _start + (page * IndexLayout.PageBytes);
        if (!IsChecked(page))
        {
            SystemAdvice.WillBeRead(start, IndexLayout.PageBytes);
        }
        else if (Sse.IsSupported)
        {
            Sse.Prefetch0(start + offset);
        }
    }

    /// <summary>The bytes of a page.</summary>
    /// <exception cref="IndexDamagedException">The page is not what was written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte* Page(long page)
    {
        if (!IsChecked(page))
        {
            Check(page);
        }

        return _start + (page * IndexLayout.PageBytes);
    }

    /// <summary>A run of bytes that begins in a page and may cover more.</summary>
    internal byte* Run(long page, long bytes)
    {
        for (long next = page; next * IndexLayout.PageBytes < (page * IndexLayout.PageBytes) + bytes; next++)
        {
            Page(next);
        }

        return _start + (page * IndexLayout.PageBytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsChecked(long page) => (_checked[page / 64] >> (int)(page % 64) & 1) != 0;

    private void Check(long page)
    {
        bool isSum = page >= _catalog.PageSums.FirstPage;
        ulong expected = isSum
            ? _catalog.Sums[page - _catalog.PageSums.FirstPage]
            : ((ulong*)Page(_catalog.PageSums.FirstPage + (page / IndexLayout.SumsPerPage)))[page % IndexLayout.SumsPerPage];
        if (IndexLayout.Sum(new(_start + (page * IndexLayout.PageBytes), IndexLayout.PageBytes)) != expected)
        {
            throw new IndexDamagedException($"page {page} does not match its checksum");
        }

        Interlocked.Or(ref _checked[page / 64], 1UL << (int)(page % 64));
    }
}
