using System.Runtime.Intrinsics.X86;

namespace Spoor.Storage.Index.Building;

/// <summary>Fills the pages of a slot table, as many at a time as memory allows.</summary>
internal sealed class SlotPass(IndexWriter writer, ScratchFile<HashedNumber> keys, long memory, int workers)
{
    private const int Far = 16;

    /// <summary>Whether two keys may be the same; where it is false no two are.</summary>
    internal bool HasTwins { get; private set; }

    internal Section Run(CancellationToken cancellation)
    {
        for (long pages = SlotTable.PagesFor(keys.Count); ; pages += (pages / 4) + 1)
        {
            if (TryFill(pages, cancellation) is { } section)
            {
                return section;
            }
        }
    }

    private Section? TryFill(long pages, CancellationToken cancellation)
    {
        var section = writer.Reserve(pages);
        long window = Math.Max(1, Math.Min((pages + workers - 1) / workers, memory / workers / IndexLayout.PageBytes));
        bool fits = true;
        Parallel.For(
            0,
            (int)((pages + window - 1) / window),
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation },
            (number, state) =>
            {
                if (!TryFill(section, number * window, Math.Min(window, pages - (number * window)), cancellation))
                {
                    fits = false;
                    state.Stop();
                }
            });
        return fits ? section : null;
    }

    private unsafe bool TryFill(Section section, long first, long pages, CancellationToken cancellation)
    {
        using var slots = new NativeArray<ulong>(pages * IndexLayout.SlotsPerPage);
        bool fits = true;
        bool twins = false;
        keys.Read(
            (_, records) =>
            {
                for (int i = 0; i < records.Length; i++)
                {
                    Approach(slots, records, i + Far, section.Pages, first, pages);
                    ref readonly var record = ref records[i];
                    long page = SlotTable.PageOf(record.Hash, section.Pages) - first;
                    fits = fits && (page < 0 || page >= pages
                        || SlotTable.TryAdd(slots.Slice(page * IndexLayout.SlotsPerPage, IndexLayout.SlotsPerPage), record.Hash, (uint)record.Number, ref twins));
                }
            },
            cancellation);
        HasTwins |= twins;
        if (fits)
        {
            writer.Write(section.FirstPage + first, slots);
        }

        return fits;
    }

    // The slots of a record lie anywhere: they are asked for some records before.
    private static unsafe void Approach(NativeArray<ulong> slots, ReadOnlySpan<HashedNumber> records, int at, long all, long first, long pages)
    {
        if (!Sse.IsSupported || at >= records.Length)
        {
            return;
        }

        ulong hash = records[at].Hash;
        long page = SlotTable.PageOf(hash, all) - first;
        if (page >= 0 && page < pages)
        {
            Sse.Prefetch0(slots.Pointer + (page * IndexLayout.SlotsPerPage) + SlotTable.StartOf(hash));
        }
    }
}
