using System.Globalization;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Tron;

/// <summary>Reads what all answers of a Tron node share: addresses, amounts in sun, headers.</summary>
internal static class TronAnswer
{
    private const byte Version = 0x41;
    private const int AccountBytes = 20;

    private static readonly TronAddressFormat Addresses = new();

    public static Address Account(this AnswerObject from, string field) =>
        from.OptionalAccount(field) ?? throw from.Wrong(field, "an address", "nothing");

    /// <summary>An address in hex with 41 or in Base58, as <c>visible</c> has it; null when absent.</summary>
    public static Address? OptionalAccount(this AnswerObject from, string field)
    {
        string? text = from.OptionalText(field);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Addresses.Read(text, out var address) == AddressFault.None ? address : throw from.Wrong(field, $"an address, {Addresses.Expected}", text);
    }

    /// <summary>The emitter of a log: 20 bytes in hex, without the 41 that stands before every other address.</summary>
    public static Address Emitter(this AnswerObject log)
    {
        byte[] bytes = log.Hex("address");
        return bytes.Length switch
        {
            AccountBytes => new(AddressKind.Account20, bytes),
            AccountBytes + 1 when bytes[0] == Version => new(AddressKind.Account20, bytes.AsSpan(1)),
            _ => throw log.Wrong("address", "20 bytes", $"{bytes.Length} bytes"),
        };
    }

    /// <summary>An address inside a protobuf message: 21 bytes; null for anything else.</summary>
    public static Address? Account(byte[] bytes) =>
        bytes.Length == AccountBytes + 1 && bytes[0] == Version ? new Address(AddressKind.Account20, bytes.AsSpan(1)) : null;

    /// <summary>An amount in sun or in the smallest unit of a TRC-10 token; 0 when absent, as protobuf leaves it out.</summary>
    public static long Units(this AnswerObject from, string field) => from.OptionalWhole(field, 0, long.MaxValue) ?? 0;

    /// <summary>A block's place, held to its id, which is its height and the hash of its header.</summary>
    public static BlockHeader Header(AnswerObject block, ChainId chain)
    {
        var id = block.Hash("blockID");
        var header = block.Object("block_header").Object("raw_data");
        long height = header.OptionalWhole("number", 0, long.MaxValue) ?? 0;
        ulong begin = (ulong)(id.High >> 64);
        if (begin != (ulong)height)
        {
            throw header.Wrong("number", $"{begin}, with which the block's id begins", height.ToString(CultureInfo.InvariantCulture));
        }

        long milliseconds = header.OptionalWhole("timestamp", 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()) ?? 0;
        var time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        if (height == 0)
        {
            return new(chain, 0, id, null, time);
        }

        HeaderSeal.Hold(header, id, height, milliseconds);
        return new(chain, height, id, header.Hash("parentHash"), time);
    }
}
