using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>Mass at an address, in one asset, with the position that brought it.</summary>
/// <param name="After">Goes on with payments made after this.</param>
/// <param name="Before">Goes back with payments received before this; the same position but for seeds.</param>
internal readonly record struct Chip(int Asset, Position After, Position Before, double Mass) : IComparable<Chip>
{
    public static readonly Position Beginning = new(long.MinValue, 0, Phase.First, 0);

    public static readonly Position End = new(long.MaxValue, 0, Phase.First, 0);

    public bool IsSamePlace(Chip other) => Asset == other.Asset && After == other.After && Before == other.Before;

    public int CompareTo(Chip other)
    {
        int order = After.CompareTo(other.After);
        order = order != 0 ? order : Before.CompareTo(other.Before);
        return order != 0 ? order : Asset.CompareTo(other.Asset);
    }
}
