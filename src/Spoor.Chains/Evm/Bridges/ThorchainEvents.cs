using Spoor.Transfers;

namespace Spoor.Chains.Evm.Bridges;

/// <summary>THORChain on EVM chains: its router logs memos, which say what is wanted and which transaction is paid out.</summary>
/// <remarks>Declarations as in https://gitlab.com/thorchain/ethereum/eth-router (THORChain_Router).</remarks>
internal static class ThorchainEvents
{
    private const string Protocol = "thorchain";

    public static readonly IReadOnlyList<BridgeEvent> All =
    [
        new(Protocol, "Deposit(address indexed to,address indexed asset,uint256 amount,string memo)", Deposit),
        new(Protocol, "TransferOut(address indexed vault,address indexed to,address asset,uint256 amount,string memo)", TransferOut),
    ];

    private static BridgeLeg? Deposit(BridgeLog log)
    {
        if (ThorchainMemo.Parse(log.Text("memo")) is not { Kind: ThorchainMemoKind.Swap } memo)
        {
            return null;
        }

        return log.Leg(BridgeSide.Deposit, log.Tx.ToString()) with
        {
            OtherChain = memo.Chain,
            Recipient = memo.Destination is { } text && memo.Chain is { } chain && AddressText.TryParse(chain, text, out var recipient) ? recipient : null,
            Asset = log.Token("asset"),
            Amount = log.Amount("amount"),
            Note = memo.Text,
        };
    }

    private static BridgeLeg? TransferOut(BridgeLog log) =>
        ThorchainMemo.Parse(log.Text("memo")) is not { Inbound: { } inbound } memo
            ? null
            : log.Leg(memo.Kind == ThorchainMemoKind.Refund ? BridgeSide.Refund : BridgeSide.Payout, inbound.ToString()) with
            {
                Recipient = log.Account("to"),
                Asset = log.Token("asset"),
                Amount = log.Amount("amount"),
                Note = memo.Text,
            };
}
