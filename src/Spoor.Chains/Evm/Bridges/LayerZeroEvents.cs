using System.Buffers.Binary;
using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>LayerZero, both versions, and what moves value over it: Stargate and tokens that are on every chain (OFT).</summary>
/// <remarks>
/// Declarations as in https://github.com/LayerZero-Labs/LayerZero (UltraLightNodeV2), https://github.com/LayerZero-Labs/LayerZero-v2 (EndpointV2,
/// PacketV1Codec, OFTCore) and https://github.com/stargate-protocol/stargate (Pool). A packet names the message, the pool's event the value: both
/// are in one transaction. Stargate's first version states amounts with decimals of its own, so they are told in words.
/// </remarks>
internal static class LayerZeroEvents
{
    private const string First = "layerzero-v1";
    private const string Second = "layerzero-v2";
    private const int EvmAccountBytes = 20;
    private const int FirstHeaderBytes = 8 + 2 + EvmAccountBytes + 2 + EvmAccountBytes;
    private const int SecondHeaderBytes = 113;

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(First, "Packet(bytes payload)", Packet),
        new(First, "PacketReceived(uint16 indexed srcChainId,bytes srcAddress,address indexed dstAddress,uint64 nonce,bytes32 payloadHash)", Received),
        new(First, "Swap(uint16 chainId,uint256 dstPoolId,address from,uint256 amountSD,uint256 eqReward,uint256 eqFee,uint256 protocolFee,uint256 lpFee)", log => log.Leg(BridgeSide.Deposit) with { OtherChain = log.Registry.ChainOf(First, log.Word("chainId")), Sender = log.Account("from"), Note = Shared(log) }),
        new(First, "SwapRemote(address to,uint256 amountSD,uint256 protocolFee,uint256 dstFee)", log => log.Leg(BridgeSide.Payout) with { Recipient = log.Account("to"), Note = Shared(log) }),
        new(First, "SendToChain(uint16 dstChainId,bytes to,uint256 qty)", SendToken),
        new(First, "ReceiveFromChain(uint16 srcChainId,uint64 nonce,uint256 qty)", log => log.Leg(BridgeSide.Payout) with { OtherChain = log.Registry.ChainOf(First, log.Word("srcChainId")), Asset = log.Chain.TokenOf(log.Emitter), Amount = log.Amount("qty") }),
        new(Second, "PacketSent(bytes encodedPayload,bytes options,address sendLibrary)", Sent),
        new(Second, "PacketDelivered((uint32,bytes32,uint64) origin,address receiver)", Delivered),
        new(Second, "OFTSent(bytes32 indexed guid,uint32 dstEid,address indexed fromAddress,uint256 amountSentLD,uint256 amountReceivedLD)", log => log.Leg(BridgeSide.Deposit, GuidOf(log)) with { OtherChain = log.Registry.ChainOf(Second, log.Word("dstEid")), Sender = log.Account("fromAddress"), Amount = log.Amount("amountSentLD") }),
        new(Second, "OFTReceived(bytes32 indexed guid,uint32 srcEid,address indexed toAddress,uint256 amountReceivedLD)", log => log.Leg(BridgeSide.Payout, GuidOf(log)) with { OtherChain = log.Registry.ChainOf(Second, log.Word("srcEid")), Recipient = log.Account("toAddress"), Amount = log.Amount("amountReceivedLD") }),
    ];

    // nonce 8, source chain 2, sender 20, destination chain 2, receiver 20, the rest; packed.
    private static BridgeLeg? Packet(BridgeLog log)
    {
        if (log.Bytes("payload") is not { Length: >= FirstHeaderBytes } packet)
        {
            return null;
        }

        ushort source = BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(8));
        ushort destination = BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(30));
        string id = FirstId(source, packet.AsSpan(10, EvmAccountBytes), packet.AsSpan(32, EvmAccountBytes), BinaryPrimitives.ReadUInt64BigEndian(packet));
        return log.Leg(BridgeSide.Deposit, id) with { OtherChain = log.Registry.ChainOf(First, new(0, destination)) };
    }

    private static BridgeLeg? Received(BridgeLog log)
    {
        var source = log.Word("srcChainId");
        if (log.Bytes("srcAddress") is not { Length: >= EvmAccountBytes } sender || log.Account("dstAddress") is not { } receiver
            || source.High != 0 || source.Low > ushort.MaxValue || log.Word("nonce").Low > ulong.MaxValue)
        {
            return null;
        }

        string id = FirstId((ushort)source.Low, sender.AsSpan(0, EvmAccountBytes), receiver.ToBytes(), (ulong)log.Word("nonce").Low);
        return log.Leg(BridgeSide.Payout, id) with { OtherChain = log.Registry.ChainOf(First, source) };
    }

    private static BridgeLeg SendToken(BridgeLog log) => log.Leg(BridgeSide.Deposit) with
    {
        OtherChain = log.Registry.ChainOf(First, log.Word("dstChainId")),
        Recipient = log.Bytes("to") is { Length: EvmAccountBytes } account ? new Address(AddressKind.Account20, account) : null,
        Asset = log.Chain.TokenOf(log.Emitter),
        Amount = log.Amount("qty"),
    };

    // version 1, nonce 8, source endpoint 4, sender 32, destination endpoint 4, receiver 32, guid 32, the message; packed.
    private static BridgeLeg? Sent(BridgeLog log)
    {
        if (log.Bytes("encodedPayload") is not { Length: >= SecondHeaderBytes } packet)
        {
            return null;
        }

        string stated = Convert.ToHexStringLower(packet.AsSpan(81, Word256.Bytes));
        uint destination = BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(45));
        return stated == BridgeLog.Hash(packet.AsSpan(1, 80))
            ? log.Leg(BridgeSide.Deposit, stated) with { OtherChain = log.Registry.ChainOf(Second, new(0, destination)) }
            : null;
    }

    // The guid is not told: it is the hash of nonce, source endpoint, sender, destination endpoint and receiver.
    private static BridgeLeg? Delivered(BridgeLog log)
    {
        var (endpoint, sender, nonce) = (log.Word("origin", 0), log.Word("origin", 1), log.Word("origin", 2));
        if (log.Registry.NumberOf(Second, log.Chain.Id) is not { } here || endpoint.Low > uint.MaxValue || nonce.Low > ulong.MaxValue)
        {
            return null;
        }

        byte[] header = new byte[80];
        BinaryPrimitives.WriteUInt64BigEndian(header, (ulong)nonce.Low);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), (uint)endpoint.Low);
        sender.CopyTo(header.AsSpan(12));
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(44), (uint)here);
        log.Word("receiver").CopyTo(header.AsSpan(48));
        return log.Leg(BridgeSide.Payout, BridgeLog.Hash(header)) with { OtherChain = log.Registry.ChainOf(Second, endpoint) };
    }

    private static string FirstId(ushort source, ReadOnlySpan<byte> sender, ReadOnlySpan<byte> receiver, ulong nonce) =>
        string.Create(CultureInfo.InvariantCulture, $"{source}:{Convert.ToHexStringLower(sender)}:{Convert.ToHexStringLower(receiver)}:{nonce}");

    // Passengers of Stargate's bus have no message of their own until it leaves.
    private static string? GuidOf(BridgeLog log) => log.Word("guid") == default ? null : log.Hex("guid");

    private static string Shared(BridgeLog log) => $"amountSD={log.Number("amountSD")}";
}
