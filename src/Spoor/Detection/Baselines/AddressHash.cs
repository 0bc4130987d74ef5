using System.Buffers.Binary;
using Spoor.Transfers;

namespace Spoor.Detection.Baselines;

/// <summary>64 bits of an address that are the same in every run, unlike its hash code.</summary>
public static class AddressHash
{
    /// <summary>Never 0, which marks an empty place.</summary>
    public static ulong Of(Address address)
    {
        Span<byte> bytes = stackalloc byte[Address.MaxBytes];
        bytes.Clear();
        address.CopyTo(bytes);
        ulong hash = ((ulong)address.Kind << 8) | (uint)address.Length;
        for (int i = 0; i < Address.MaxBytes; i += 8)
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[i..]));
        }

        return hash == 0 ? 1 : hash;
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): every bit of the input moves every bit of the output.
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value += 0x9E37_79B9_7F4A_7C15;
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }
}
