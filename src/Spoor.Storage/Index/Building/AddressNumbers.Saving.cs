namespace Spoor.Storage.Index.Building;

/// <content>Keys on disk, in the order of their numbers, so that a build that was cut short knows them again.</content>
internal sealed partial class AddressNumbers
{
    private long _saved;
    private int _savedLong;

    /// <summary>Adds the keys that are new since the last time.</summary>
    internal void Save(ScratchFile<AddressKey> keys, ScratchFile<byte> longKeys)
    {
        for (; _saved < Count; _saved++)
        {
            keys.Add(_keys[_saved]);
        }

        for (; _savedLong < _longKeys.Count; _savedLong++)
        {
            longKeys.Add((byte)_longKeys[_savedLong].Length);
            Array.ForEach(_longKeys[_savedLong], longKeys.Add);
        }
    }

    /// <param name="pages">Pages of slots there were.</param>
    internal void Restore(ScratchFile<AddressKey> keys, ScratchFile<byte> longKeys, long pages, CancellationToken cancellation)
    {
        List<byte> bytes = [];
        longKeys.Read((_, piece) => bytes.AddRange(piece), cancellation);
        for (int at = 0; at < bytes.Count; at += 1 + bytes[at])
        {
            _longKeys.Add([.. bytes[(at + 1)..(at + 1 + bytes[at])]]);
        }

        _keys.Grow(Math.Max(_keys.Length, keys.Count));
        keys.Read((first, piece) => piece.CopyTo(_keys.Slice(first, piece.Length)), cancellation);
        (Count, _saved, _savedLong, _pages) = (keys.Count, keys.Count, _longKeys.Count, pages);
        Span<byte> room = stackalloc byte[AddressKey.MaxBytes];
        for (long number = 1; number <= Count; number++)
        {
            Longest = Math.Max(Longest, KeyOf(number, room).Length - 1);
        }

        _slots.Dispose();
        _slots = new(_pages * IndexLayout.SlotsPerPage);
        if (!TryFill())
        {
            throw new IndexDamagedException("the addresses do not fit where they did");
        }
    }
}
