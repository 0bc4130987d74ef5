namespace Spoor.Storage.Index;

/// <summary>Where something is found by the hash of its key: one page is looked at, whatever the size of the table.</summary>
/// <remarks>
/// The upper bits of a hash choose the page; inside it, slots are tried from the one the middle bits name until an empty one.
/// A slot is the lower half of the hash and, above 0, a number; whether it is the right one is for the caller to see.
/// </remarks>
internal static class SlotTable
{
    /// <summary>Slots filled of each page, on average; a page has 512, so that one overflows about once in 10^14 pages.</summary>
    internal const int Load = 340;

    internal static long PagesFor(long keys) => Math.Max(1, (keys + Load - 1) / Load);

    internal static long PageOf(ulong hash, long pages) => (long)Math.BigMul(hash, (ulong)pages, out _);

    internal static int StartOf(ulong hash) => (int)(hash >> 32 & (IndexLayout.SlotsPerPage - 1));

    internal static ulong Slot(ulong hash, uint number) => (hash << 32) | number;

    /// <returns>False when the page is full.</returns>
    internal static bool TryAdd(Span<ulong> page, ulong hash, uint number)
    {
        int at = StartOf(hash);
        for (int tried = 0; tried < IndexLayout.SlotsPerPage; tried++)
        {
            if (page[at] == 0)
            {
                page[at] = Slot(hash, number);
                return true;
            }

            at = (at + 1) & (IndexLayout.SlotsPerPage - 1);
        }

        return false;
    }
}

/// <summary>The numbers that may be meant by a hash, one after the other.</summary>
internal ref struct SlotSearch(ReadOnlySpan<ulong> page, ulong hash)
{
    private readonly ReadOnlySpan<ulong> _page = page;
    private readonly uint _mark = unchecked((uint)hash);
    private int _at = SlotTable.StartOf(hash);
    private int _tried;

    /// <returns>0 when there is none more.</returns>
    internal uint Next()
    {
        while (_tried++ < IndexLayout.SlotsPerPage)
        {
            ulong slot = _page[_at];
            _at = (_at + 1) & (IndexLayout.SlotsPerPage - 1);
            if (slot == 0)
            {
                break;
            }

            if ((uint)(slot >> 32) == _mark)
            {
                return unchecked((uint)slot);
            }
        }

        _tried = IndexLayout.SlotsPerPage;
        return 0;
    }
}
