using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>An address on one chain: the same key on two chains is two places, with a bridge between them.</summary>
/// <param name="Address">Null for an output without an address, and for value between two chains.</param>
public readonly record struct FlowPlace(ChainId Chain, Address? Address) : IComparable<FlowPlace>
{
    public int CompareTo(FlowPlace other)
    {
        int order = Chain.CompareTo(other.Chain);
        return order != 0 ? order : Nullable.Compare(Address, other.Address);
    }

    public override string ToString() => Address is { } address ? AddressText.Render(Chain, address) : "(no address)";
}
