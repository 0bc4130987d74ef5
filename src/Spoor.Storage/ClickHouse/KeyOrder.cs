namespace Spoor.Storage.ClickHouse;

/// <summary>Puts items into the order of keys in time linear in their number; items of equal keys stay as they were.</summary>
/// <remarks>
/// The first bytes decide nearly always: those are counted, a pass a byte, the last first. Only where they are equal are keys
/// compared. No key is looked up by its number on the way: what is read lies side by side in memory.
/// </remarks>
internal static class KeyOrder
{
    private const int Buckets = 1 << 8;
    private const int FirstCounted = 24;

    /// <returns>The numbers of the keys, by key.</returns>
    public static int[] Of(ReadOnlySpan<UInt128> keys)
    {
        var current = new Entry[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            current[i] = new((ulong)(keys[i] >> 64), (ulong)(keys[i] & ulong.MaxValue), i);
        }

        var next = new Entry[keys.Length];
        for (int shift = FirstCounted; shift < 64; shift += 8)
        {
            if (Pass(current, next, shift))
            {
                (current, next) = (next, current);
            }
        }

        Finish(current);
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = current[i].Item;
        }

        return order;
    }

    /// <returns>False where the byte is the same in all keys; then nothing was moved.</returns>
    private static bool Pass(Entry[] from, Entry[] to, int shift)
    {
        Span<int> ends = stackalloc int[Buckets];
        ends.Clear();
        foreach (var entry in from)
        {
            ends[entry.Byte(shift)]++;
        }

        if (from.Length == 0 || ends[from[0].Byte(shift)] == from.Length)
        {
            return false;
        }

        int start = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            (ends[bucket], start) = (start, start + ends[bucket]);
        }

        foreach (var entry in from)
        {
            to[ends[entry.Byte(shift)]++] = entry;
        }

        return true;
    }

    private static void Finish(Entry[] entries)
    {
        for (int start = 0, end; start < entries.Length; start = end)
        {
            bool isOne = true;
            for (end = start + 1; end < entries.Length && entries[end].Counted == entries[start].Counted; end++)
            {
                isOne = isOne && entries[end].High == entries[start].High && entries[end].Low == entries[start].Low;
            }

            if (!isOne)
            {
                Array.Sort(entries, start, end - start);
            }
        }
    }

    private readonly record struct Entry(ulong High, ulong Low, int Item) : IComparable<Entry>
    {
        public ulong Counted => High >> FirstCounted;

        public int Byte(int shift) => (int)((High >> shift) & (Buckets - 1));

        public int CompareTo(Entry other)
        {
            int order = High.CompareTo(other.High);
            order = order != 0 ? order : Low.CompareTo(other.Low);
            return order != 0 ? order : Item.CompareTo(other.Item);
        }
    }
}
