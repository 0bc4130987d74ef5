using Spoor.Transfers;

namespace Spoor.Reporting.Flows;

/// <summary>Where value can be: an address on a chain, or what has no address there.</summary>
public readonly record struct FlowPlace(ChainId Chain, Address? Address) : IComparable<FlowPlace>
{
    public int CompareTo(FlowPlace other)
    {
        int order = Chain.CompareTo(other.Chain);
        return order != 0 ? order : Nullable.Compare(Address, other.Address);
    }

    public override string ToString() => Address is { } address ? AddressText.Render(Chain, address) : "(no address)";
}
