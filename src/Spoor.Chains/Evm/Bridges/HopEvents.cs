using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Hop: transfers between rollups have an id; those from Ethereum to a rollup are named by what they state.</summary>
/// <remarks>Declarations as in https://github.com/hop-protocol/contracts. One contract for each token, which the events do not name.</remarks>
internal static class HopEvents
{
    private const string Protocol = "hop";

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "TransferSentToL2(uint256 indexed chainId,address indexed recipient,uint256 amount,uint256 amountOutMin,uint256 deadline,address indexed relayer,uint256 relayerFee)", log => FromEthereum(log, BridgeSide.Deposit, log.Number("chainId")) with { OtherChain = log.EvmChain("chainId") }),
        new(Protocol, "TransferFromL1Completed(address indexed recipient,uint256 amount,uint256 amountOutMin,uint256 deadline,address indexed relayer,uint256 relayerFee)", log => FromEthereum(log, BridgeSide.Payout, BridgeWords.EvmNumber(log.Chain.Id))),
        new(Protocol, "TransferSent(bytes32 indexed transferId,uint256 indexed chainId,address indexed recipient,uint256 amount,bytes32 transferNonce,uint256 bonderFee,uint256 index,uint256 amountOutMin,uint256 deadline)", log => Named(log, BridgeSide.Deposit) with { OtherChain = log.EvmChain("chainId"), Recipient = log.Account("recipient") }),
        new(Protocol, "WithdrawalBonded(bytes32 indexed transferId,uint256 amount)", log => Named(log, BridgeSide.Payout)),
        new(Protocol, "Withdrew(bytes32 indexed transferId,address indexed recipient,uint256 amount,bytes32 transferNonce)", log => Named(log, BridgeSide.Payout) with { Recipient = log.Account("recipient") }),
    ];

    private static BridgeLeg Named(BridgeLog log, BridgeSide side) => log.Leg(side, log.Hex("transferId")) with { Amount = log.Amount("amount") };

    // Who repeats a transfer with all its figures gives two crossings one name; they stay ambiguous.
    private static BridgeLeg FromEthereum(BridgeLog log, BridgeSide side, string destination)
    {
        string[] stated = [destination, log.Hex("recipient"), log.Number("amount"), log.Number("amountOutMin"), log.Number("deadline"), log.Hex("relayer"), log.Number("relayerFee")];
        return log.Leg(side, string.Join(':', stated)) with { Recipient = log.Account("recipient"), Amount = log.Amount("amount") };
    }
}
