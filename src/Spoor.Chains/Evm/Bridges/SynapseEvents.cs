using System.Text;
using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Synapse: the bridge, whose payouts name the hash of the source transaction's text, and the requests for quotes of FastBridge.</summary>
/// <remarks>Declarations as in https://github.com/synapsecns/synapse-contracts. The name of a payout, kappa, is Keccak-256 of the text <c>0x…</c> of the source transaction.</remarks>
internal static class SynapseEvents
{
    private const string Protocol = "synapse";
    private const string Quotes = "synapse-rfq";

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "TokenDeposit(address indexed to,uint256 chainId,address token,uint256 amount)", Deposit),
        new(Protocol, "TokenDepositAndSwap(address indexed to,uint256 chainId,address token,uint256 amount,uint8 tokenIndexFrom,uint8 tokenIndexTo,uint256 minDy,uint256 deadline)", Deposit),
        new(Protocol, "TokenRedeem(address indexed to,uint256 chainId,address token,uint256 amount)", Deposit),
        new(Protocol, "TokenRedeemAndSwap(address indexed to,uint256 chainId,address token,uint256 amount,uint8 tokenIndexFrom,uint8 tokenIndexTo,uint256 minDy,uint256 deadline)", Deposit),
        new(Protocol, "TokenRedeemAndRemove(address indexed to,uint256 chainId,address token,uint256 amount,uint8 swapTokenIndex,uint256 swapMinAmount,uint256 swapDeadline)", Deposit),
        new(Protocol, "TokenRedeemV2(bytes32 indexed to,uint256 chainId,address token,uint256 amount)", Deposit),
        new(Protocol, "TokenWithdraw(address indexed to,address token,uint256 amount,uint256 fee,bytes32 indexed kappa)", Payout),
        new(Protocol, "TokenMint(address indexed to,address token,uint256 amount,uint256 fee,bytes32 indexed kappa)", Payout),
        new(Protocol, "TokenMintAndSwap(address indexed to,address token,uint256 amount,uint256 fee,uint8 tokenIndexFrom,uint8 tokenIndexTo,uint256 minDy,uint256 deadline,bool swapSuccess,bytes32 indexed kappa)", Payout),
        new(Protocol, "TokenWithdrawAndRemove(address indexed to,address token,uint256 amount,uint256 fee,uint8 swapTokenIndex,uint256 swapMinAmount,uint256 swapDeadline,bool swapSuccess,bytes32 indexed kappa)", Payout),
        new(Quotes, "BridgeRequested(bytes32 indexed transactionId,address indexed sender,bytes request,uint32 destChainId,address originToken,address destToken,uint256 originAmount,uint256 destAmount,bool sendChainGas)", Request),
        new(Quotes, "BridgeRelayed(bytes32 indexed transactionId,address indexed relayer,address indexed to,uint32 originChainId,address originToken,address destToken,uint256 originAmount,uint256 destAmount,uint256 chainGasAmount)", Relay),
    ];

    private static BridgeLeg Deposit(BridgeLog log) =>
        log.Leg(BridgeSide.Deposit, BridgeLog.Hash(Encoding.ASCII.GetBytes($"0x{log.Tx}"))) with
        {
            OtherChain = log.EvmChain("chainId"),
            Recipient = log.Account("to"),
            Asset = log.Token("token"),
            Amount = log.Amount("amount"),
        };

    // The amount is before the fee.
    private static BridgeLeg Payout(BridgeLog log) =>
        log.Leg(BridgeSide.Payout, log.Hex("kappa")) with
        {
            Recipient = log.Account("to"),
            Asset = log.Token("token"),
            Amount = log.Amount("amount") is { } amount && log.Amount("fee") is { } fee && fee <= amount ? amount - fee : null,
        };

    private static BridgeLeg Request(BridgeLog log)
    {
        var other = log.EvmChain("destChainId");
        return log.Leg(BridgeSide.Deposit, log.Hex("transactionId")) with
        {
            OtherChain = other,
            Sender = log.Account("sender"),
            Asset = log.Token("originToken"),
            Amount = log.Amount("originAmount"),
            OtherAsset = other is { } chain ? BridgeWords.Token(chain, log.Word("destToken")) : null,
            OtherAmount = log.Amount("destAmount"),
        };
    }

    private static BridgeLeg Relay(BridgeLog log) =>
        log.Leg(BridgeSide.Payout, log.Hex("transactionId")) with
        {
            OtherChain = log.EvmChain("originChainId"),
            Recipient = log.Account("to"),
            Asset = log.Token("destToken"),
            Amount = log.Amount("destAmount"),
        };
}
