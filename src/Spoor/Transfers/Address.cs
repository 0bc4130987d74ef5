using System.Buffers.Binary;

namespace Spoor.Transfers;

/// <summary>What the bytes of an address are the hash or the name of.</summary>
/// <remarks>
/// The kind is about the key, not the chain: an <see cref="Account20"/> is the same key on every EVM chain and the
/// body of a Tron address, a <see cref="PubKeyHash"/> is the same key on Bitcoin, Litecoin, Dogecoin and Bitcoin Cash.
/// The numbers are stored; never renumber.
/// </remarks>
public enum AddressKind : byte
{
    /// <summary>No address at all: the default value.</summary>
    None = 0,

    /// <summary>Last 20 bytes of Keccak-256 of the key: EVM chains and Tron.</summary>
    Account20 = 1,

    /// <summary>HASH160 of a public key (P2PKH): Bitcoin and its relatives.</summary>
    PubKeyHash = 2,

    /// <summary>HASH160 of a script (P2SH).</summary>
    ScriptHash = 3,

    /// <summary>An account of the XRP Ledger, 20 bytes.</summary>
    Xrp = 4,

    /// <summary>An account of Solana, 32 bytes.</summary>
    Solana = 5,

    /// <summary>Witness program of version 0; version <c>n</c> is <c>Witness0 + n</c>, up to 16.</summary>
    Witness0 = 16,
}

/// <summary>An address as raw bytes; canonical, because text is checked and decoded once, at the border.</summary>
/// <remarks>
/// Rendering needs a chain, see <see cref="AddressText"/>: the same 20 bytes are <c>0x…</c> on Ethereum and <c>T…</c>
/// on Tron. Equal bytes of equal kind are equal addresses, on whatever chain they were seen; that identity is what
/// tied the CoinEx thief to the Stake thief.
/// </remarks>
public readonly record struct Address : IComparable<Address>
{
    /// <summary>The longest witness program (BIP-141).</summary>
    public const int MaxBytes = 40;

    private const int UsualBytes = 20;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;
    private readonly ulong _e;
    private readonly byte _length;

    /// <exception cref="FormatException">No bytes, or more than an address can have.</exception>
    public Address(AddressKind kind, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > MaxBytes || kind == AddressKind.None)
        {
            throw new FormatException($"Expected an address of 1 to {MaxBytes} bytes, found {bytes.Length} of kind {kind}.");
        }

        _length = (byte)bytes.Length;
        Kind = kind;
        if (bytes.Length == UsualBytes)
        {
            // Written as bytes and read as longer words, nearly all addresses would wait for the processor to put them together.
            _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
            _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
            _c = (ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]) << 32;
            return;
        }

        Span<byte> padded = stackalloc byte[MaxBytes];
        padded.Clear();
        bytes.CopyTo(padded);
        _a = BinaryPrimitives.ReadUInt64BigEndian(padded);
        _b = BinaryPrimitives.ReadUInt64BigEndian(padded[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(padded[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(padded[24..]);
        _e = BinaryPrimitives.ReadUInt64BigEndian(padded[32..]);
    }

    public AddressKind Kind { get; }

    public int Length => _length;

    /// <summary>Nobody: the zero account, to which burnt tokens go and from which minted ones come.</summary>
    public bool IsZeroAccount => Kind == AddressKind.Account20 && (_a | _b | _c) == 0;

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[_length];
        CopyTo(bytes);
        return bytes;
    }

    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        if (_length == UsualBytes)
        {
            BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
            BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
            BinaryPrimitives.WriteUInt32BigEndian(destination[16..], (uint)(_c >> 32));
            return;
        }

        Span<byte> padded = stackalloc byte[MaxBytes];
        BinaryPrimitives.WriteUInt64BigEndian(padded, _a);
        BinaryPrimitives.WriteUInt64BigEndian(padded[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(padded[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(padded[24..], _d);
        BinaryPrimitives.WriteUInt64BigEndian(padded[32..], _e);
        padded[.._length].CopyTo(destination);
    }

    /// <summary>By kind, then by bytes.</summary>
    public int CompareTo(Address other)
    {
        int order = Kind.CompareTo(other.Kind);
        order = order != 0 ? order : _a.CompareTo(other._a);
        order = order != 0 ? order : _b.CompareTo(other._b);
        order = order != 0 ? order : _c.CompareTo(other._c);
        order = order != 0 ? order : _d.CompareTo(other._d);
        order = order != 0 ? order : _e.CompareTo(other._e);
        return order != 0 ? order : _length.CompareTo(other._length);
    }

    public override int GetHashCode() => HashCode.Combine(_a, _b, _c);

    /// <summary>Kind and hex, for messages only; a reader of results gets <see cref="AddressText"/>.</summary>
    public override string ToString() => $"{Kind}:{Convert.ToHexStringLower(ToBytes())}";
}
