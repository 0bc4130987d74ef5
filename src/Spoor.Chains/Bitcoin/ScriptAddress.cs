using System.Security.Cryptography;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Bitcoin;

/// <summary>Whose an output is, read from its script: the form decides, not what a node says of it.</summary>
/// <remarks>
/// An output that pays a bare public key belongs to the address of that key, as bitcoin-etl and Bitcoin Core before 22.0 have
/// it; later nodes name no address there. Bare multisig and scripts without a known form belong to no one address.
/// </remarks>
internal static class ScriptAddress
{
    private const int HashBytes = 20;
    private const int LongHashBytes = 32;

    // Opcodes of Bitcoin's script, https://en.bitcoin.it/wiki/Script.
    private const byte Dup = 0x76;
    private const byte Equal = 0x87;
    private const byte EqualVerify = 0x88;
    private const byte Hash160 = 0xa9;
    private const byte Hash256 = 0xaa;
    private const byte CheckSig = 0xac;
    private const byte One = 0x51;

    public static Address? Of(ReadOnlySpan<byte> script, UtxoAddressFormat format) => script switch
    {
        [Dup, Hash160, HashBytes, .. var hash, EqualVerify, CheckSig] when hash.Length == HashBytes => new(AddressKind.PubKeyHash, hash),
        [Hash160, HashBytes, .. var hash, Equal] when hash.Length == HashBytes => new(AddressKind.ScriptHash, hash),
        [Hash256, LongHashBytes, .. var hash, Equal] when hash.Length == LongHashBytes && format.CashPrefix is not null => new(AddressKind.ScriptHash, hash),
        [33, .. var key, CheckSig] when key.Length == 33 && key[0] is 2 or 3 => OfKey(key),
        [65, .. var key, CheckSig] when key.Length == 65 && key[0] is 4 or 6 or 7 => OfKey(key),
        [0 or (>= One and <= One + 15), .. var rest] when format.SegwitPrefix is not null => OfWitness(script[0], rest),
        _ => null,
    };

    private static Address OfKey(ReadOnlySpan<byte> key) => new(AddressKind.PubKeyHash, Ripemd160.Hash(SHA256.HashData(key)));

    // BIP-141: a version, then one push of 2 to 40 bytes; version 0 has only programs of 20 and 32.
    private static Address? OfWitness(byte opcode, ReadOnlySpan<byte> push)
    {
        if (push.Length is < 3 or > 41 || push[0] != push.Length - 1)
        {
            return null;
        }

        int version = opcode == 0 ? 0 : opcode - One + 1;
        return version > 0 || push[0] is HashBytes or LongHashBytes ? new Address((AddressKind)((int)AddressKind.Witness0 + version), push[1..]) : null;
    }
}
