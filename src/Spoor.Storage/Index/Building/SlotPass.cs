using System.Runtime.InteropServices;

namespace Spoor.Storage.Index.Building;

/// <summary>Fills the pages of a slot table, as many at a time as memory allows.</summary>
internal sealed class SlotPass(IndexWriter writer, ScratchFile<HashedNumber> keys, long memory, int workers)
{
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
        keys.Read(
            (_, records) =>
            {
                foreach (ref readonly var record in records)
                {
                    long page = SlotTable.PageOf(record.Hash, section.Pages) - first;
                    fits = fits && (page < 0 || page >= pages
                        || SlotTable.TryAdd(slots.Slice(page * IndexLayout.SlotsPerPage, IndexLayout.SlotsPerPage), record.Hash, (uint)record.Number));
                }
            },
            cancellation);
        const int PagesAtOnce = 256;
        for (long page = 0; fits && page < pages; page += PagesAtOnce)
        {
            int count = (int)Math.Min(PagesAtOnce, pages - page);
            writer.Write(section.FirstPage + first + page, MemoryMarshal.AsBytes(slots.Slice(page * IndexLayout.SlotsPerPage, count * IndexLayout.SlotsPerPage)));
        }

        return fits;
    }
}
