using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>The addresses of a chain by number, in the order in which they were first seen.</summary>
internal sealed class AddressNumbers
{
    public const int Nobody = -1;

    private readonly Dictionary<Address, int> _numbers = [];
    private readonly List<Address> _addresses = [];

    public int Count => _addresses.Count;

    public Address this[int number] => _addresses[number];

    public int Add(Address address)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, address, out bool known);
        if (!known)
        {
            number = _addresses.Count;
            _addresses.Add(address);
        }

        return number;
    }

    public int Find(Address address) => _numbers.TryGetValue(address, out int number) ? number : Nobody;
}
