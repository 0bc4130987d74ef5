using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>The Avalanche Bridge: on Ethereum plain transfers to and from one account, on Avalanche events of every <c>.e</c> token.</summary>
/// <remarks>Declarations as in https://github.com/ava-labs/avalanche-bridge-resources. Ether sent as such leaves no log and is not told here.</remarks>
internal static class AvalancheEvents
{
    private const string Protocol = "avalanche-bridge";

    private static readonly ChainId Avalanche = ChainRegistry.Find("avalanche").Id;

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "Mint(address to,uint256 amount,address feeAddress,uint256 feeAmount,bytes32 originTxId)", Mint),
        new(Protocol, "Unwrap(uint256 amount,uint256 chainId)", log => log.Leg(BridgeSide.Deposit) with { Asset = log.Chain.TokenOf(log.Emitter), Amount = log.Amount("amount") }),
    ];

    /// <summary>An ERC-20 transfer, which is a leg where one side is the bridge's account.</summary>
    public static readonly BridgeEvent Transfer = new(Protocol, "Transfer(address indexed from,address indexed to,uint256 value)", Payment);

    private static BridgeLeg Mint(BridgeLog log) =>
        log.Leg(BridgeSide.Payout, log.Hex("originTxId")) with
        {
            Recipient = log.Account("to"),
            Asset = log.Chain.TokenOf(log.Emitter),
            Amount = log.Amount("amount"),
        };

    private static BridgeLeg? Payment(BridgeLog log)
    {
        var (from, to) = (log.Account("from"), log.Account("to"));
        bool takes = to is { } payee && log.Registry.IsKnown(Protocol, log.Chain.Id, payee);
        bool gives = from is { } payer && log.Registry.IsKnown(Protocol, log.Chain.Id, payer);
        if (takes == gives)
        {
            return null;
        }

        var leg = takes ? log.Leg(BridgeSide.Deposit, log.Tx.ToString()) with { Sender = from } : log.Leg(BridgeSide.Payout) with { Recipient = to };
        return leg with
        {
            OtherChain = Avalanche,
            Asset = log.Chain.TokenOf(log.Emitter),
            Amount = log.Amount("value"),
            IsKnownEmitter = null,
        };
    }
}
