using Microsoft.Win32.SafeHandles;

namespace Spoor.Storage.Index.Building;

/// <summary>An index file while it is written: pages with their checksums, at the end the catalogue and, last of all, the header.</summary>
internal sealed class IndexWriter : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly NativeArray<ulong> _sums = new(1024);
    private long _pages = 1;

    internal IndexWriter(string path) => _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);

    public void Dispose()
    {
        _file.Dispose();
        _sums.Dispose();
    }

    internal Section Reserve(long pages)
    {
        var section = new Section(_pages, pages);
        _pages += pages;
        if (_pages > _sums.Length)
        {
            _sums.Grow(_pages + (_pages / 4));
        }

        return section;
    }

    /// <summary>Writes whole pages; different pages may be written side by side.</summary>
    internal void Write(long page, ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; at < bytes.Length; at += IndexLayout.PageBytes)
        {
            _sums[page + (at / IndexLayout.PageBytes)] = IndexLayout.Sum(bytes.Slice(at, IndexLayout.PageBytes));
        }

        RandomAccess.Write(_file, bytes, page * IndexLayout.PageBytes);
    }

    /// <summary>Writes checksums, catalogue and header; without them the file is no index.</summary>
    /// <returns>Bytes of the file.</returns>
    internal unsafe long Finish(long generation, LogPrefix prefix, IReadOnlyList<ChainCatalog> chains)
    {
        long sumPages = (_pages + IndexLayout.SumsPerPage - 1) / IndexLayout.SumsPerPage;
        var section = new Section(_pages, sumPages);
        if (_sums.Length < sumPages * IndexLayout.SumsPerPage)
        {
            _sums.Grow(sumPages * IndexLayout.SumsPerPage);
        }

        ulong[] sums = new ulong[sumPages];
        for (long i = 0; i < sumPages; i++)
        {
            var page = new ReadOnlySpan<byte>(_sums.Pointer + (i * IndexLayout.SumsPerPage), IndexLayout.PageBytes);
            sums[i] = IndexLayout.Sum(page);
            RandomAccess.Write(_file, page, (section.FirstPage + i) * IndexLayout.PageBytes);
        }

        byte[] catalog = new IndexCatalog(generation, prefix, chains, section, sums).ToBytes();
        long at = (section.FirstPage + sumPages) * IndexLayout.PageBytes;
        RandomAccess.Write(_file, catalog, at);
        RandomAccess.Write(_file, new IndexHeader(at + catalog.Length, at, catalog.Length, IndexLayout.Sum(catalog)).ToPage(), 0);
        return at + catalog.Length;
    }
}
