using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>Which of a chain's movements nobody else can have made up; see <see cref="Activity.Credible"/>.</summary>
/// <param name="Coins">Movements that are of no token.</param>
/// <param name="Empty">Movements of nothing of a token.</param>
/// <param name="Unlisted">Movements of tokens that the built-in list does not name.</param>
internal readonly record struct Credibility(long Coins, long Empty, long Unlisted)
{
    /// <summary>Whether all movements counted are credible.</summary>
    /// <param name="coins">Whether anything but tokens moved on the chain, later transfers included.</param>
    internal bool IsWhole(bool coins) => Empty == 0 && (!coins || Unlisted == 0);

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Coins);
        writer.Write(Empty);
        writer.Write(Unlisted);
    }

    internal static Credibility Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
}
