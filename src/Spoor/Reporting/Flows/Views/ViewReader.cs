using System.Text;
using Spoor.Transfers;

namespace Spoor.Reporting.Flows.Views;

/// <summary>Reads what <see cref="ViewWriter"/> wrote, from whomever it comes: never more than is there, never more than is allowed.</summary>
internal sealed class ViewReader(byte[] bytes)
{
    // As many as a number of the format can need.
    private const int MaxNumberBytes = 4;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _at;

    /// <summary>Those that places name by number.</summary>
    public IReadOnlyList<ChainId> Chains { get; set; } = [];

    public int Number(int most)
    {
        int number = 0;
        for (int i = 0; i < MaxNumberBytes; i++)
        {
            byte next = Take(1)[0];
            number |= (next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                return number <= most ? number : throw FlowViewText.Refused($"a number up to {most}, found {number}");
            }
        }

        throw FlowViewText.Refused("a number of four bytes at most");
    }

    public string Text(int most)
    {
        try
        {
            return Strict.GetString(Take(Number(most)));
        }
        catch (DecoderFallbackException)
        {
            throw FlowViewText.Refused("UTF-8");
        }
    }

    public FlowPlace Place()
    {
        int chain = Number(Math.Max(0, Chains.Count - 1));
        int length = Number(Address.MaxBytes);
        if (chain >= Chains.Count)
        {
            throw FlowViewText.Refused("a chain of its list");
        }

        var place = new FlowPlace(Chains[chain], length == 0 ? null : new((AddressKind)Take(1)[0], Take(length)));

        // An address that the chain cannot have has no text: this throws.
        _ = place.ToString();
        return place;
    }

    public List<T> Many<T>(int most, Func<T> read)
    {
        int count = Number(most);
        List<T> found = [];
        for (int i = 0; i < count; i++)
        {
            found.Add(read());
        }

        return found;
    }

    public void End()
    {
        if (_at != bytes.Length)
        {
            throw FlowViewText.Refused($"{_at} bytes, found {bytes.Length}");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - _at)
        {
            throw FlowViewText.Refused($"{count} bytes more, found {bytes.Length - _at}");
        }

        _at += count;
        return bytes.AsSpan(_at - count, count);
    }
}
