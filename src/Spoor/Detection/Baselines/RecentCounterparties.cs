namespace Spoor.Detection.Baselines;

/// <summary>The counterparties of late, up to 4,096, and how often each came.</summary>
/// <remarks>
/// Sets of 16 chosen by the hash, each in order of last use; the one that was not used for longest makes room, as in the
/// cache of a processor. That needs eleven bytes a counterparty, a third of what one list over all would. The price: which
/// one goes is decided within its set. Of the last 1,024 different ones at most one in 100,000 is missing, of the last
/// 2,048 one in 100.
/// </remarks>
public sealed class RecentCounterparties
{
    private const int Ways = 16;
    private const int MostSetBits = 8;

    private ulong[] _keys = new ulong[Ways];
    private ushort[] _times = new ushort[Ways];
    private byte[] _sizes = new byte[Ways];
    private int _setBits;

    public int Count { get; private set; }

    /// <summary>How often it came since it is here; 0 when it is not.</summary>
    public int Times(ulong key)
    {
        int start = SetOf(key);
        int place = _keys.AsSpan(start, Ways).IndexOf(key);
        return place < 0 ? 0 : _times[start + place];
    }

    /// <summary>The size of its largest payment since it is here, in twentieths of a decade; 0 when it is not.</summary>
    public byte Largest(ulong key)
    {
        int start = SetOf(key);
        int place = _keys.AsSpan(start, Ways).IndexOf(key);
        return place < 0 ? (byte)0 : _sizes[start + place];
    }

    /// <summary>Enters it as the latest.</summary>
    /// <param name="size">What it was paid, in twentieths of a decade.</param>
    /// <returns>The one that had to go, with its count; 0 when none had.</returns>
    public (ulong Key, int Times) Use(ulong key, byte size = 0)
    {
        int start = SetOf(key);
        int place = _keys.AsSpan(start, Ways).IndexOf(key);
        if (place >= 0)
        {
            ushort times = _times[start + place];
            ToFront(start, place, key, (ushort)Math.Min(times + 1, ushort.MaxValue), Math.Max(size, _sizes[start + place]));
            return default;
        }

        while (_keys[start + Ways - 1] != 0 && _setBits < MostSetBits)
        {
            Split();
            start = SetOf(key);
        }

        var gone = (_keys[start + Ways - 1], (int)_times[start + Ways - 1]);
        Count += gone.Item1 == 0 ? 1 : 0;
        ToFront(start, Ways - 1, key, 1, size);
        return gone;
    }

    /// <summary>All of them, in no order that means anything; 0 where a place is empty.</summary>
    public ReadOnlySpan<ulong> Keys => _keys;

    public void CopyTo(RecentCounterparties other)
    {
        if (other._keys.Length != _keys.Length)
        {
            other._keys = new ulong[_keys.Length];
            other._times = new ushort[_times.Length];
            other._sizes = new byte[_sizes.Length];
        }

        _keys.CopyTo(other._keys, 0);
        _times.CopyTo(other._times, 0);
        _sizes.CopyTo(other._sizes, 0);
        (other._setBits, other.Count) = (_setBits, Count);
    }

    internal void Write(ref StateWriter to)
    {
        to.Count(_setBits);
        for (int start = 0; start < _keys.Length; start += Ways)
        {
            int used = Used(start);
            to.Count(used);
            for (int i = start; i < start + used; i++)
            {
                to.Word(_keys[i]);
                to.Count(_times[i]);
                to.Byte(_sizes[i]);
            }
        }
    }

    internal static RecentCounterparties Read(ref StateReader from)
    {
        var read = new RecentCounterparties { _setBits = from.Count(MostSetBits) };
        read._keys = new ulong[Ways << read._setBits];
        read._times = new ushort[Ways << read._setBits];
        read._sizes = new byte[Ways << read._setBits];
        for (int start = 0; start < read._keys.Length; start += Ways)
        {
            int used = from.Count(Ways);
            for (int i = start; i < start + used; i++)
            {
                read._keys[i] = from.Word();
                read._times[i] = (ushort)from.Count(ushort.MaxValue);
                read._sizes[i] = from.Byte();
                if (read._keys[i] == 0 || read.SetOf(read._keys[i]) != start)
                {
                    throw from.Wrong("a counterparty of its set", $"{read._keys[i]:x16}");
                }
            }

            read.Count += used;
        }

        return read;
    }

    private int SetOf(ulong key) => _setBits == 0 ? 0 : (int)(key >> (64 - _setBits)) * Ways;

    private int Used(int start) => _keys.AsSpan(start, Ways).IndexOf(0UL) is var empty && empty < 0 ? Ways : empty;

    private void ToFront(int start, int place, ulong key, ushort times, byte size)
    {
        Array.Copy(_keys, start, _keys, start + 1, place);
        Array.Copy(_times, start, _times, start + 1, place);
        Array.Copy(_sizes, start, _sizes, start + 1, place);
        (_keys[start], _times[start], _sizes[start]) = (key, times, size);
    }

    // The set is the first bits of the key, so each set falls into two neighbours and keeps its order.
    private void Split()
    {
        var (keys, times, sizes) = (_keys, _times, _sizes);
        _setBits++;
        _keys = new ulong[keys.Length * 2];
        _times = new ushort[times.Length * 2];
        _sizes = new byte[sizes.Length * 2];
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                int to = SetOf(keys[i]);
                to += Used(to);
                (_keys[to], _times[to], _sizes[to]) = (keys[i], times[i], sizes[i]);
            }
        }
    }
}
