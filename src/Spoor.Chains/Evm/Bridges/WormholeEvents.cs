using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Wormhole's token bridge: messages of transfers out of the core contract, and their redemption.</summary>
/// <remarks>
/// Declarations as in https://github.com/wormhole-foundation/wormhole (ethereum/contracts). Payload 1 and 3 begin alike: kind 1, amount 32, token 32,
/// chain of the token 2, recipient 32, chain of the recipient 2. Amounts there have at most 8 decimals, so they are told in words.
/// </remarks>
internal static class WormholeEvents
{
    private const string Protocol = "wormhole";
    private const int TransferBytes = 1 + 32 + 32 + 2 + 32 + 2;

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "LogMessagePublished(address indexed sender,uint64 sequence,uint32 nonce,bytes payload,uint8 consistencyLevel)", Published),
        new(Protocol, "TransferRedeemed(uint16 indexed emitterChainId,bytes32 indexed emitterAddress,uint64 indexed sequence)", Redeemed),
    ];

    private static BridgeLeg? Published(BridgeLog log)
    {
        if (log.Registry.NumberOf(Protocol, log.Chain.Id) is not { } here || log.Bytes("payload") is not { Length: >= TransferBytes } payload || payload[0] is not (1 or 3))
        {
            return null;
        }

        var leg = log.Leg(BridgeSide.Deposit, Id(new(0, here), log.Word("sender"), log.Word("sequence"))) with
        {
            OtherChain = log.Registry.ChainOf(Protocol, new(0, (UInt128)((payload[99] << 8) | payload[100]))),
            Note = $"amount={BridgeWords.Number(HexText.Word(payload.AsSpan(1, 32)))} with at most 8 decimals",
        };
        var tokenChain = log.Registry.ChainOf(Protocol, new(0, (UInt128)((payload[65] << 8) | payload[66])));
        var token = HexText.Word(payload.AsSpan(33, 32));
        return leg with
        {
            Recipient = leg.OtherChain?.Namespace == "eip155" ? BridgeWords.Account(HexText.Word(payload.AsSpan(67, 32))) : null,
            Asset = tokenChain == leg.Chain ? BridgeWords.Token(leg.Chain, token) : null,
            OtherAsset = tokenChain is { } home && home == leg.OtherChain ? BridgeWords.Token(home, token) : null,
        };
    }

    private static BridgeLeg Redeemed(BridgeLog log) =>
        log.Leg(BridgeSide.Payout, Id(log.Word("emitterChainId"), log.Word("emitterAddress"), log.Word("sequence"))) with
        {
            OtherChain = log.Registry.ChainOf(Protocol, log.Word("emitterChainId")),
        };

    private static string Id(Word256 chain, Word256 emitter, Word256 sequence) =>
        $"{BridgeWords.Number(chain)}:{BridgeWords.Hex(emitter)}:{BridgeWords.Number(sequence)}";
}
