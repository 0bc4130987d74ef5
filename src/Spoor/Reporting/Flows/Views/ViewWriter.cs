using System.Text;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows.Views;

/// <summary>Writes the bytes of a view: numbers of seven bits a byte (LEB128), the lowest first; texts and addresses with their length before them.</summary>
internal sealed class ViewWriter(List<ChainId> chains)
{
    private readonly List<byte> _bytes = [];

    public byte[] Written => [.. _bytes];

    public void Number(int number)
    {
        while (number > 0x7F)
        {
            _bytes.Add((byte)((number & 0x7F) | 0x80));
            number >>= 7;
        }

        _bytes.Add((byte)number);
    }

    public void Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Number(bytes.Length);
        _bytes.AddRange(bytes);
    }

    // A place without an address has length 0 and no kind.
    public void Place(FlowPlace place)
    {
        Number(chains.IndexOf(place.Chain));
        Number(place.Address?.Length ?? 0);
        if (place.Address is { } address)
        {
            _bytes.Add((byte)address.Kind);
            _bytes.AddRange(address.ToBytes());
        }
    }
}
