using System.Runtime.Intrinsics.X86;

namespace Spoor.Storage.Index.Building;

/// <summary>Addresses of a chain in the order in which they first appear, numbered from 1.</summary>
/// <remarks>In that order addresses that came up together, as those of a thief, lie together in the file.</remarks>
internal sealed partial class AddressNumbers(ulong seed) : IDisposable
{
    private const long FirstPages = 64;
    private const int FirstKeys = 16_384;
    private const int Ahead = 16;

    private readonly NativeArray<AddressKey> _keys = new(FirstKeys);
    private readonly List<byte[]> _longKeys = [];
    private NativeArray<ulong> _slots = new(FirstPages * IndexLayout.SlotsPerPage);
    private long _pages = FirstPages;

    internal long Count { get; private set; }

    /// <summary>Bytes of the longest address, without its kind.</summary>
    internal int Longest { get; private set; } = 1;

    internal long Pages => _pages;

    internal long Bytes => _keys.Bytes + _slots.Bytes;

    public void Dispose()
    {
        _keys.Dispose();
        _slots.Dispose();
    }

    /// <summary>All pages of slots as they go into the file.</summary>
    internal NativeArray<ulong> Slots => _slots;

    private Span<ulong> PageAt(long page) => _slots.Slice(page * IndexLayout.SlotsPerPage, IndexLayout.SlotsPerPage);

    /// <summary>Gives the slots back; numbers can no longer be asked for, keys can.</summary>
    internal void FreeSlots() => _slots.Dispose();

    /// <param name="guess">What <see cref="ApproachKey"/> said; 0 for nothing.</param>
    internal uint NumberOf(ReadOnlySpan<byte> key, ulong hash, uint guess)
    {
        if (guess != 0 && _keys[guess - 1].Is(key, _longKeys))
        {
            return guess;
        }

        var search = new SlotSearch(PageAt(SlotTable.PageOf(hash, _pages)), hash);
        for (uint number = search.Next(); number != 0; number = search.Next())
        {
            if (_keys[number - 1].Is(key, _longKeys))
            {
                return number;
            }
        }

        return Add(key, hash);
    }

    /// <summary>Begins to bring into the processor's cache where an address with this hash is looked up.</summary>
    internal unsafe void Approach(ulong hash)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_slots.Pointer + (SlotTable.PageOf(hash, _pages) * IndexLayout.SlotsPerPage) + SlotTable.StartOf(hash));
        }
    }

    /// <summary>After <see cref="Approach"/>, likewise its key.</summary>
    /// <returns>What is probably its number; 0 for none.</returns>
    internal unsafe uint ApproachKey(ulong hash)
    {
        uint number = new SlotSearch(PageAt(SlotTable.PageOf(hash, _pages)), hash).Next();
        if (Sse.IsSupported && number != 0)
        {
            Sse.Prefetch0(_keys.Pointer + number - 1);
        }

        return number;
    }

    /// <summary>Kind and bytes of an address.</summary>
    internal ReadOnlySpan<byte> KeyOf(long number, Span<byte> room) => _keys[number - 1].Write(room, _longKeys);

    private uint Add(ReadOnlySpan<byte> key, ulong hash)
    {
        if (Count >= IndexLayout.MostOfChain)
        {
            throw new InvalidOperationException($"A chain has more than {IndexLayout.MostOfChain} addresses; an index has no room for more.");
        }

        if (Count == _keys.Length)
        {
            _keys.Grow(_keys.Length + (_keys.Length / 2));
        }

        _keys[Count++] = AddressKey.Of(key, _longKeys);
        Longest = Math.Max(Longest, key.Length - 1);
        if (Count > _pages * SlotTable.Load || !SlotTable.TryAdd(PageAt(SlotTable.PageOf(hash, _pages)), hash, (uint)Count))
        {
            Widen();
        }

        return (uint)Count;
    }

    private void Widen()
    {
        do
        {
            _pages += _pages / 2;
            _slots.Dispose();
            _slots = new(_pages * IndexLayout.SlotsPerPage);
        }
        while (!TryFill());
    }

    private bool TryFill()
    {
        Span<byte> room = stackalloc byte[AddressKey.MaxBytes];
        Span<ulong> next = stackalloc ulong[Ahead];
        for (long number = 1; number <= Count + Ahead; number++)
        {
            ulong hash = next[(int)(number % Ahead)];
            if (number <= Count)
            {
                Approach(next[(int)(number % Ahead)] = IndexLayout.Hash(KeyOf(number, room), seed));
            }

            if (number > Ahead && !SlotTable.TryAdd(PageAt(SlotTable.PageOf(hash, _pages)), hash, (uint)(number - Ahead)))
            {
                return false;
            }
        }

        return true;
    }
}
