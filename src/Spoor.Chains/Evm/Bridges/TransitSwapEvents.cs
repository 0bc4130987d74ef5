using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>Transit Swap: a router that hands over to other bridges; it names the receiver and the chain, no id.</summary>
/// <remarks>Declarations as in https://github.com/Transit-Finance. Its first version says nothing of another chain and is a swap on this one.</remarks>
internal static class TransitSwapEvents
{
    private const string Protocol = "transit-swap";

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "TransitSwapped(address indexed srcToken,address indexed dstToken,address indexed dstReceiver,uint256 amount,uint256 returnAmount,uint256 toChainID,string channel)", Deposit),
        new(Protocol, "TransitSwapped(address indexed srcToken,address indexed dstToken,address indexed dstReceiver,address trader,bool feeMode,uint256 amount,uint256 returnAmount,uint256 minReturnAmount,uint256 fee,uint256 toChainID,string channel,uint256 time)", log => Deposit(log) is { } leg ? leg with { Sender = log.Account("trader") } : null),
        new(Protocol, "TransitSwapped(address indexed srcToken,address indexed dstToken,address indexed dstReceiver,address trader,uint256 amount,uint256 returnAmount,uint256 minReturnAmount,uint256 fee,uint256 time)", _ => null),
    ];

    private static BridgeLeg? Deposit(BridgeLog log)
    {
        var other = log.EvmChain("toChainID");
        return other is null || other == log.Chain.Id
            ? null
            : log.Leg(BridgeSide.Deposit) with
            {
                OtherChain = other,
                Recipient = log.Account("dstReceiver"),
                Asset = log.Token("srcToken"),
                Amount = log.Amount("amount"),
                Note = log.Text("channel"),
            };
    }
}
