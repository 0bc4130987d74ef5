using System.Buffers.Binary;
using System.Numerics;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Evm;

/// <summary>A word of the EVM: a topic of a log, or 32 bytes of its data.</summary>
internal readonly record struct Word256(UInt128 High, UInt128 Low)
{
    public const int Bytes = 32;

    /// <summary>The address in the last 20 bytes; what a contract wrote before them is not looked at.</summary>
    public Address ToAccount()
    {
        Span<byte> bytes = stackalloc byte[EvmAddressFormat.AccountBytes];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, unchecked((uint)High));
        BinaryPrimitives.WriteUInt128BigEndian(bytes[4..], Low);
        return new(AddressKind.Account20, bytes);
    }

    /// <summary>The amount; null when it does not fit into 128 bits.</summary>
    public Amount? ToAmount() => High == 0 ? new(Low) : null;

    /// <summary>The amount, or the largest there is.</summary>
    public Amount ToCappedAmount() => High == 0 ? new(Low) : new(UInt128.MaxValue);

    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, High);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], Low);
    }

    public BigInteger ToInteger() => ((BigInteger)High << 128) + Low;
}
