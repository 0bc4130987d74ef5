using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Across: the SpokePool of the source chain numbers deposits, relayers fill them.</summary>
/// <remarks>Declarations as in https://github.com/across-protocol/contracts (SpokePool, V3SpokePoolInterface).</remarks>
internal static class AcrossEvents
{
    private const string Protocol = "across";

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "FundsDeposited(uint256 amount,uint256 originChainId,uint256 indexed destinationChainId,int64 relayerFeePct,uint32 indexed depositId,uint32 quoteTimestamp,address inputToken,address recipient,address indexed depositor,bytes message)", log => Deposit(log, "amount")),
        new(Protocol, "FilledRelay(uint256 amount,uint256 totalFilledAmount,uint256 fillAmount,uint256 repaymentChainId,uint256 indexed originChainId,uint256 destinationChainId,int64 relayerFeePct,int64 realizedLpFeePct,uint32 indexed depositId,address outputToken,address relayer,address indexed depositor,address recipient,bytes message,(address,bytes,int64,bool,int256) updatableRelayData)", log => Fill(log, "fillAmount", log.TailWord("updatableRelayData", 0), null)),
        new(Protocol, "V3FundsDeposited(address inputToken,address outputToken,uint256 inputAmount,uint256 outputAmount,uint256 indexed destinationChainId,uint32 indexed depositId,uint32 quoteTimestamp,uint32 fillDeadline,uint32 exclusivityDeadline,address indexed depositor,address recipient,address exclusiveRelayer,bytes message)", StatedDeposit),
        new(Protocol, "FilledV3Relay(address inputToken,address outputToken,uint256 inputAmount,uint256 outputAmount,uint256 repaymentChainId,uint256 indexed originChainId,uint32 indexed depositId,uint32 fillDeadline,uint32 exclusivityDeadline,address exclusiveRelayer,address indexed relayer,address depositor,address recipient,bytes message,(address,bytes,uint256,uint8) relayExecutionInfo)", log => Fill(log, "outputAmount", log.TailWord("relayExecutionInfo", 0), log.TailWord("relayExecutionInfo", 2))),
        new(Protocol, "FundsDeposited(bytes32 inputToken,bytes32 outputToken,uint256 inputAmount,uint256 outputAmount,uint256 indexed destinationChainId,uint256 indexed depositId,uint32 quoteTimestamp,uint32 fillDeadline,uint32 exclusivityDeadline,bytes32 indexed depositor,bytes32 recipient,bytes32 exclusiveRelayer,bytes message)", StatedDeposit),
        new(Protocol, "FilledRelay(bytes32 inputToken,bytes32 outputToken,uint256 inputAmount,uint256 outputAmount,uint256 repaymentChainId,uint256 indexed originChainId,uint256 indexed depositId,uint32 fillDeadline,uint32 exclusivityDeadline,bytes32 exclusiveRelayer,bytes32 indexed relayer,bytes32 depositor,bytes32 recipient,bytes32 messageHash,(bytes32,bytes32,uint256,uint8) relayExecutionInfo)", log => Fill(log, "outputAmount", log.Word("relayExecutionInfo", 0), log.Word("relayExecutionInfo", 2))),
    ];

    private static BridgeLeg Deposit(BridgeLog log, string amount) =>
        log.Leg(BridgeSide.Deposit, $"{BridgeWords.EvmNumber(log.Chain.Id)}:{log.Number("depositId")}") with
        {
            OtherChain = log.EvmChain("destinationChainId"),
            Sender = log.Account("depositor"),
            Recipient = log.Account("recipient"),
            Asset = log.Token("inputToken"),
            Amount = log.Amount(amount),
        };

    private static BridgeLeg StatedDeposit(BridgeLog log)
    {
        var leg = Deposit(log, "inputAmount");
        var output = log.Word("outputToken");
        return leg with
        {
            OtherAsset = output != default && leg.OtherChain is { } other ? BridgeWords.Token(other, output) : null,
            OtherAmount = log.Amount("outputAmount"),
        };
    }

    // The recipient and the amount may have been changed on the way with the depositor's signature.
    private static BridgeLeg Fill(BridgeLog log, string amount, Word256? recipient, Word256? changedAmount) =>
        log.Leg(BridgeSide.Payout, $"{log.Number("originChainId")}:{log.Number("depositId")}") with
        {
            OtherChain = log.EvmChain("originChainId"),
            Sender = log.Account("depositor"),
            Recipient = (recipient is { } changed ? BridgeWords.Account(changed) : null) ?? log.Account("recipient"),
            Asset = log.Token("outputToken"),
            Amount = (changedAmount is { } paid && paid != default ? paid.ToAmount() : null) ?? log.Amount(amount),
        };
}
