using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>Which of a chain's movements nobody else can have made up; see <see cref="Activity.Credible"/>.</summary>
/// <param name="Coins">Movements that are of no token.</param>
/// <param name="Empty">Movements of nothing of a token.</param>
/// <param name="Unlisted">Movements of tokens that the built-in list does not name.</param>
internal readonly record struct Credibility(long Coins, long Empty, long Unlisted)
{
    internal bool HasCoins => Coins > 0;

    /// <summary>Whether all movements counted are credible, so that nobody has to count them address by address.</summary>
    internal bool IsWhole => Empty == 0 && (!HasCoins || Unlisted == 0);

    /// <summary>Whether what was counted without coins holds with them, and the other way round.</summary>
    /// <param name="coins">Whether anything but tokens moved on the chain, later transfers included.</param>
    internal bool HoldsWith(bool coins) => coins == HasCoins || Unlisted == 0;

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Coins);
        writer.Write(Empty);
        writer.Write(Unlisted);
    }

    internal static Credibility Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
}
