using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Evm;

/// <summary>The filter in a block's header of the addresses and topics of all its logs: it shows when logs were left out.</summary>
/// <remarks>2,048 bits, three for each entry (Ethereum Yellow Paper, section 4.4.3, function M3:2048).</remarks>
internal sealed class LogsBloom
{
    public const int Bytes = 256;

    private readonly byte[] _bits = new byte[Bytes];

    public void Add(ReadOnlySpan<byte> entry)
    {
        Span<byte> hash = stackalloc byte[Keccak256.Bytes];
        Keccak256.Hash(entry, hash);
        for (int pair = 0; pair < 6; pair += 2)
        {
            int bit = ((hash[pair] << 8) | hash[pair + 1]) & 2047;
            _bits[Bytes - 1 - (bit / 8)] |= (byte)(1 << (bit % 8));
        }
    }

    /// <summary>Whether every bit of a header's filter comes from a log that was added.</summary>
    public bool Covers(ReadOnlySpan<byte> header)
    {
        for (int i = 0; i < header.Length; i++)
        {
            if ((header[i] & ~_bits[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every log that was added is in a header's filter.</summary>
    public bool IsWithin(ReadOnlySpan<byte> header)
    {
        for (int i = 0; i < Bytes; i++)
        {
            if ((_bits[i] & ~header[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
