namespace Spoor.Transfers;

/// <summary>Where value rests on an account chain, and so where taint can live: an address and an asset on its chain.</summary>
public readonly record struct Holding(Address Address, AssetId Asset) : IComparable<Holding>
{
    public ChainId Chain => Asset.Chain;

    public int CompareTo(Holding other)
    {
        int order = Asset.CompareTo(other.Asset);
        return order != 0 ? order : Address.CompareTo(other.Address);
    }
}
