using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Spoor.Storage.Index.Building;

/// <summary>An index file while it is written: pages with their checksums, at the end the catalogue and, last of all, the header.</summary>
internal sealed class IndexWriter : IDisposable
{
    private const int PagesAtOnce = 256;

    private readonly SafeFileHandle _file;
    private readonly WriteBehind _behind;
    private readonly NativeArray<ulong> _sums = new(1024);
    private long _pages = 1;

    internal IndexWriter(string path, bool goesOn)
    {
        _file = File.OpenHandle(path, goesOn ? FileMode.OpenOrCreate : FileMode.Create, FileAccess.ReadWrite);
        _behind = new(_file);
    }

    /// <summary>Pages given out, the header included.</summary>
    internal long Pages => _pages;

    public void Dispose()
    {
        _file.Dispose();
        _sums.Dispose();
    }

    internal Section Reserve(long pages)
    {
        var section = new Section(_pages, pages);
        GiveOut(_pages + pages);
        return section;
    }

    /// <summary>Pages below this one are given out.</summary>
    internal void GiveOut(long pages)
    {
        _pages = pages;
        if (_pages > _sums.Length)
        {
            _sums.Grow(_pages + (_pages / 4));
        }
    }

    internal unsafe SectionMark MarkOf(Section section) =>
        new(section, XxHash3.HashToUInt64(new ReadOnlySpan<byte>(_sums.Pointer + section.FirstPage, checked((int)section.Pages * sizeof(ulong)))));

    /// <summary>Reads pages that an earlier build wrote.</summary>
    /// <exception cref="IndexDamagedException">They are not what it wrote.</exception>
    internal Section Restore(SectionMark mark, ReadRecords<byte> take, CancellationToken cancellation)
    {
        byte[] piece = new byte[PagesAtOnce * IndexLayout.PageBytes];
        for (long done = 0; done < mark.Section.Pages; done += PagesAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = piece.AsSpan(0, (int)Math.Min(PagesAtOnce, mark.Section.Pages - done) * IndexLayout.PageBytes);
            long page = mark.Section.FirstPage + done;
            int got = RandomAccess.Read(_file, bytes, page * IndexLayout.PageBytes);
            for (int at = 0; at < got; at += IndexLayout.PageBytes)
            {
                _sums[page + (at / IndexLayout.PageBytes)] = IndexLayout.Sum(bytes.Slice(at, IndexLayout.PageBytes));
            }

            take(done, bytes);
        }

        return MarkOf(mark.Section) == mark ? mark.Section : throw new IndexDamagedException("pages of the file do not match their checksum");
    }

    /// <summary>Writes whole pages; different pages may be written side by side.</summary>
    internal void Write(long page, ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; at < bytes.Length; at += IndexLayout.PageBytes)
        {
            _sums[page + (at / IndexLayout.PageBytes)] = IndexLayout.Sum(bytes.Slice(at, IndexLayout.PageBytes));
        }

        RandomAccess.Write(_file, bytes, page * IndexLayout.PageBytes);
        _behind.Wrote(page * IndexLayout.PageBytes, bytes.Length);
    }

    /// <summary>Writes whole pages of slots.</summary>
    internal void Write(long page, NativeArray<ulong> slots)
    {
        const int SlotsAtOnce = PagesAtOnce * IndexLayout.SlotsPerPage;
        for (long done = 0; done < slots.Length; done += SlotsAtOnce)
        {
            Write(page + (done / IndexLayout.SlotsPerPage), MemoryMarshal.AsBytes(slots.Slice(done, (int)Math.Min(SlotsAtOnce, slots.Length - done))));
        }
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
        RandomAccess.SetLength(_file, at + catalog.Length);
        return at + catalog.Length;
    }
}
