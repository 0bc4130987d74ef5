using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Celer: the pools of cBridge, and the vaults and pegged tokens on its message network.</summary>
/// <remarks>Declarations as in https://github.com/celer-network/sgn-v2-contracts. Vaults and pegged tokens pay refunds with the same event, but name nobody who burnt or deposited.</remarks>
internal static class CelerEvents
{
    private const string Protocol = "celer";

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "Send(bytes32 transferId,address sender,address receiver,address token,uint256 amount,uint64 dstChainId,uint64 nonce,uint32 maxSlippage)", log => Deposit(log, "transferId", "sender", "receiver", "dstChainId")),
        new(Protocol, "Relay(bytes32 transferId,address sender,address receiver,address token,uint256 amount,uint64 srcChainId,bytes32 srcTransferId)", log => Payout(log, "srcTransferId", "receiver", "srcChainId") with { Sender = log.Account("sender") }),
        new(Protocol, "WithdrawDone(bytes32 withdrawId,uint64 seqnum,address receiver,address token,uint256 amount,bytes32 refid)", Withdrawal),
        new(Protocol, "Deposited(bytes32 depositId,address depositor,address token,uint256 amount,uint64 mintChainId,address mintAccount)", log => Deposit(log, "depositId", "depositor", "mintAccount", "mintChainId")),
        new(Protocol, "Deposited(bytes32 depositId,address depositor,address token,uint256 amount,uint64 mintChainId,address mintAccount,uint64 nonce)", log => Deposit(log, "depositId", "depositor", "mintAccount", "mintChainId")),
        new(Protocol, "Withdrawn(bytes32 withdrawId,address receiver,address token,uint256 amount,uint64 refChainId,bytes32 refId,address burnAccount)", log => Referred(log, "receiver", "burnAccount")),
        new(Protocol, "Mint(bytes32 mintId,address token,address account,uint256 amount,uint64 refChainId,bytes32 refId,address depositor)", log => Referred(log, "account", "depositor")),
        new(Protocol, "Burn(bytes32 burnId,address token,address account,uint256 amount,address withdrawAccount)", log => Burn(log, "withdrawAccount")),
        new(Protocol, "Burn(bytes32 burnId,address token,address account,uint256 amount,uint64 toChainId,address toAccount,uint64 nonce)", log => Burn(log, "toAccount") with { OtherChain = log.EvmChain("toChainId") }),
    ];

    private static BridgeLeg Deposit(BridgeLog log, string id, string sender, string recipient, string chain) =>
        log.Leg(BridgeSide.Deposit, log.Hex(id)) with
        {
            OtherChain = log.EvmChain(chain),
            Sender = log.Account(sender),
            Recipient = log.Account(recipient),
            Asset = log.Token("token"),
            Amount = log.Amount("amount"),
        };

    private static BridgeLeg Payout(BridgeLog log, string id, string recipient, string chain) =>
        log.Leg(BridgeSide.Payout, log.Hex(id)) with
        {
            OtherChain = log.EvmChain(chain),
            Recipient = log.Account(recipient),
            Asset = log.Token("token"),
            Amount = log.Amount("amount"),
        };

    private static BridgeLeg Burn(BridgeLog log, string recipient) =>
        log.Leg(BridgeSide.Deposit, log.Hex("burnId")) with
        {
            Sender = log.Account("account"),
            Recipient = log.Account(recipient),
            Asset = log.Token("token"),
            Amount = log.Amount("amount"),
        };

    // Without a reference it is liquidity taken out, which crosses nothing.
    private static BridgeLeg? Withdrawal(BridgeLog log) =>
        log.Word("refid") == default ? null : Payout(log, "refid", "receiver", "seqnum") with { Side = BridgeSide.Refund, OtherChain = null };

    private static BridgeLeg? Referred(BridgeLog log, string recipient, string counterparty)
    {
        var leg = Payout(log, "refId", recipient, "refChainId") with { Sender = log.Account(counterparty) };
        bool isRefund = leg.Sender is null || leg.OtherChain == log.Chain.Id;
        return log.Word("refId") == default ? null : isRefund ? leg with { Side = BridgeSide.Refund, OtherChain = null } : leg;
    }
}
