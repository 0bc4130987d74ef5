namespace Spoor.Storage.Index.Building;

/// <summary>Writes the cells of a section one after the other, none over the end of a page.</summary>
internal sealed class CellWriter(IndexWriter writer, Section section, int stride)
{
    private const int Pages = 256;

    private readonly byte[] _buffer = new byte[Pages * IndexLayout.PageBytes];
    private readonly int _perPage = IndexLayout.PageBytes / stride;
    private long _firstPage = section.FirstPage;
    private int _page;
    private int _cell;

    internal Section Section => section;

    /// <summary>Room for the next cell, all zero.</summary>
    internal Span<byte> Next()
    {
        if (_cell == _perPage)
        {
            (_page, _cell) = (_page + 1, 0);
            if (_page == Pages)
            {
                Write(Pages);
            }
        }

        return _buffer.AsSpan((_page * IndexLayout.PageBytes) + (_cell++ * stride), stride);
    }

    /// <summary>Writes the pages that are full.</summary>
    /// <returns>What the last page has besides.</returns>
    internal byte[] WriteFull()
    {
        (_page, _cell) = _cell == _perPage ? (_page + 1, 0) : (_page, _cell);
        byte[] rest = _buffer[(_page * IndexLayout.PageBytes)..((_page * IndexLayout.PageBytes) + (_cell * stride))];
        Write(_page);
        rest.CopyTo(_buffer, 0);
        return rest;
    }

    /// <summary>The pages that are full and written.</summary>
    internal Section Full => new(section.FirstPage, _firstPage - section.FirstPage);

    /// <summary>Goes on behind so many full pages.</summary>
    internal void GoOn(long full, byte[] rest)
    {
        _firstPage = section.FirstPage + full;
        rest.CopyTo(_buffer, 0);
        _cell = rest.Length / stride;
    }

    internal void Finish() => Write(Math.Min(_page + 1, (int)(section.FirstPage + section.Pages - _firstPage)));

    private void Write(int pages)
    {
        writer.Write(_firstPage, _buffer.AsSpan(0, pages * IndexLayout.PageBytes));
        Array.Clear(_buffer);
        (_firstPage, _page) = (_firstPage + pages, 0);
    }
}
