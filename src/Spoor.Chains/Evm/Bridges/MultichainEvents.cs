using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Multichain (Anyswap): payouts name the source transaction.</summary>
/// <remarks>Declarations as in https://github.com/anyswap/anyswap-v1-core. Tokens are the wrapped ones, anyUSDC and the like; the tokens' own events are told by every such token.</remarks>
internal static class MultichainEvents
{
    private const string Protocol = "multichain";

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "LogAnySwapOut(address indexed token,address indexed from,address indexed to,uint256 amount,uint256 fromChainID,uint256 toChainID)", log => Deposit(log, "from", "to") with { OtherChain = log.EvmChain("toChainID"), Asset = log.Token("token") }),
        new(Protocol, "LogSwapout(address indexed account,address indexed bindaddr,uint256 amount)", log => Deposit(log, "account", "bindaddr") with { Asset = log.Chain.TokenOf(log.Emitter) }),
        new(Protocol, "LogAnySwapIn(bytes32 indexed txhash,address indexed token,address indexed to,uint256 amount,uint256 fromChainID,uint256 toChainID)", log => Payout(log, "to") with { OtherChain = log.EvmChain("fromChainID"), Asset = log.Token("token") }),
        new(Protocol, "LogSwapin(bytes32 indexed txhash,address indexed account,uint256 amount)", log => Payout(log, "account") with { Asset = log.Chain.TokenOf(log.Emitter) }),
    ];

    private static BridgeLeg Deposit(BridgeLog log, string sender, string recipient) =>
        log.Leg(BridgeSide.Deposit, log.Tx.ToString()) with
        {
            Sender = log.Account(sender),
            Recipient = log.Account(recipient),
            Amount = log.Amount("amount"),
        };

    private static BridgeLeg Payout(BridgeLog log, string recipient) =>
        log.Leg(BridgeSide.Payout, log.Hex("txhash")) with
        {
            Recipient = log.Account(recipient),
            Amount = log.Amount("amount"),
        };
}
