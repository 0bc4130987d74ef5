using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Circle's Cross-Chain Transfer Protocol, first version: USDC is burnt here and minted there.</summary>
/// <remarks>
/// Declarations as in https://github.com/circlefin/evm-cctp-contracts (TokenMessenger, MessageTransmitter). The body of a message: version 4, burnt
/// token 32, recipient 32, amount 32, sender 32; packed. Other messages than burns go the same way and have other bodies.
/// </remarks>
internal static class CctpEvents
{
    private const string Protocol = "cctp";
    private const int BurnBytes = 4 + (4 * 32);

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "DepositForBurn(uint64 indexed nonce,address indexed burnToken,uint256 amount,address indexed depositor,bytes32 mintRecipient,uint32 destinationDomain,bytes32 destinationTokenMessenger,bytes32 destinationCaller)", Burnt),
        new(Protocol, "MessageReceived(address indexed caller,uint32 sourceDomain,uint64 indexed nonce,bytes32 sender,bytes messageBody)", Received),
        new(Protocol, "MintAndWithdraw(address indexed mintRecipient,uint256 amount,address indexed mintToken)", log => log.Leg(BridgeSide.Payout) with { Recipient = log.Account("mintRecipient"), Asset = log.Token("mintToken"), Amount = log.Amount("amount") }),
    ];

    private static BridgeLeg? Burnt(BridgeLog log)
    {
        var other = log.Registry.ChainOf(Protocol, log.Word("destinationDomain"));
        return log.Registry.NumberOf(Protocol, log.Chain.Id) is not { } here
            ? null
            : log.Leg(BridgeSide.Deposit, Id(new(0, here), log.Word("nonce"))) with
            {
                OtherChain = other,
                Sender = log.Account("depositor"),
                Recipient = other?.Namespace == "eip155" ? log.Account("mintRecipient") : null,
                Asset = log.Token("burnToken"),
                Amount = log.Amount("amount"),
                OtherAmount = log.Amount("amount"),
            };
    }

    private static BridgeLeg? Received(BridgeLog log) =>
        log.Bytes("messageBody") is not { Length: BurnBytes } body
            ? null
            : log.Leg(BridgeSide.Payout, Id(log.Word("sourceDomain"), log.Word("nonce"))) with
            {
                OtherChain = log.Registry.ChainOf(Protocol, log.Word("sourceDomain")),
                Recipient = BridgeWords.Account(HexText.Word(body.AsSpan(36, 32))),
                Amount = HexText.Word(body.AsSpan(68, 32)).ToAmount(),
            };

    private static string Id(Word256 domain, Word256 nonce) => $"{BridgeWords.Number(domain)}:{BridgeWords.Number(nonce)}";
}
