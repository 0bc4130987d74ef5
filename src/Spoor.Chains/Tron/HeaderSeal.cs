using System.Security.Cryptography;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Tron;

/// <summary>Holds a header to the id of its block: eight bytes of height, then the SHA-256 of the header from its ninth byte on.</summary>
/// <remarks>
/// Fields by number as in <c>BlockHeader.raw</c> of https://github.com/tronprotocol/protocol/blob/master/core/Tron.proto. The root of
/// the transactions is part of it; the transactions are not held to that root, because it covers their serialised form, which
/// the HTTP interface does not give.
/// </remarks>
internal static class HeaderSeal
{
    private static readonly TronAddressFormat Addresses = new();

    public static void Hold(AnswerObject header, TxHash id, long height, long milliseconds)
    {
        byte[] message = new ProtoWriter()
            .Number(1, milliseconds)
            .Bytes(2, header.OptionalHex("txTrieRoot"))
            .Bytes(3, header.Hash("parentHash").ToBytes())
            .Number(7, height)
            .Number(8, header.OptionalWhole("witness_id", 0, long.MaxValue) ?? 0)
            .Bytes(9, Witness(header))
            .Number(10, header.OptionalWhole("version", int.MinValue, int.MaxValue) ?? 0)
            .Bytes(11, header.OptionalHex("accountStateRoot"))
            .ToArray();
        var hash = TxHash.FromBytes(SHA256.HashData(message));
        var expected = new TxHash(((UInt128)(ulong)height << 64) | (hash.High & ulong.MaxValue), hash.Low);
        if (expected != id)
        {
            throw header.Wrong("", $"the header of block {id}", $"that of {expected}");
        }
    }

    private static byte[] Witness(AnswerObject header)
    {
        string text = header.Text("witness_address");
        return Addresses.Read(text, out var address) == AddressFault.None
            ? [0x41, .. address.ToBytes()]
            : throw header.Wrong("witness_address", "an address", text);
    }
}
