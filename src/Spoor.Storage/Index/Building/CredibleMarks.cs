using Spoor.Transfers;

namespace Spoor.Storage.Index.Building;

/// <summary>Which movements of a chain are not credible, see <see cref="Activity.Credible"/>; a bit for each.</summary>
/// <remarks>Whether tokens have to be listed is known at the end only, when all is read. Pages of bits that nobody sets take no memory.</remarks>
internal sealed class CredibleMarks(long movements) : IDisposable
{
    private const int Bits = 64;

    private readonly NativeArray<ulong> _empty = new((movements + Bits - 1) / Bits);
    private readonly NativeArray<ulong> _unlisted = new((movements + Bits - 1) / Bits);
    private long _coins;
    private long _empties;
    private long _strangers;

    internal Credibility Counted => new(_coins, _empties, _strangers);

    public void Dispose()
    {
        _empty.Dispose();
        _unlisted.Dispose();
    }

    internal void Note(long movement, in TransferCell cell, bool listed)
    {
        if ((TransferKind)cell.Kind != TransferKind.Token)
        {
            _coins++;
            return;
        }

        if (cell.UnitsLow == 0 && cell.UnitsHigh == 0)
        {
            _empties++;
            _empty[movement / Bits] |= 1UL << (int)(movement % Bits);
        }

        if (!listed)
        {
            _strangers++;
            _unlisted[movement / Bits] |= 1UL << (int)(movement % Bits);
        }
    }

    /// <summary>Once all movements were noted.</summary>
    internal bool IsCredible(long movement) => IsCredible(movement, _coins > 0);

    /// <param name="coins">Whether anything but tokens moves on the chain.</param>
    internal bool IsCredible(long movement, bool coins) => !IsSet(_empty, movement) && !(coins && IsSet(_unlisted, movement));

    private static bool IsSet(NativeArray<ulong> bits, long movement) => (bits[movement / Bits] >> (int)(movement % Bits) & 1) != 0;
}
