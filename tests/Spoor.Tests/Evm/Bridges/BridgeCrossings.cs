using System.Text;
using Spoor.Chains.Evm;
using Spoor.Chains.Evm.Bridges;
using Spoor.Transfers;
using static Spoor.Tests.Evm.Bridges.BridgeLogs;

namespace Spoor.Tests.Evm.Bridges;

/// <summary>One made-up crossing of every protocol that names its crossings.</summary>
internal static class BridgeCrossings
{
    private const string Contract = "0x00000000000000000000000000000000000000ee";

    private static readonly TxHash Source = Tx(1);
    private static readonly string SourceTx = Source.ToString();

    public static TheoryData<string> Protocols =>
    [
        "across", "layerzero-v1", "layerzero-v2", "wormhole", "synapse", "synapse-rfq", "celer", "multichain", "hop", "cctp", "thorchain", "avalanche-bridge", "symbiosis",
    ];

    public static IReadOnlyList<BridgeLeg> LegsOf(string protocol)
    {
        var (taken, paid) = LogsOf(protocol);
        return [.. Read("ethereum", Source, taken), .. Read("avalanche", Tx(2), paid)];
    }

    private static (LogAnswer[] Taken, LogAnswer[] Paid) LogsOf(string protocol) => protocol switch
    {
        "across" => (
            [Of("FundsDeposited(bytes32", Contract, ("destinationChainId", Word(43114)), ("depositId", Word(5)), ("recipient", Account(1)))],
            [Of("FilledRelay(bytes32", Contract, ("originChainId", Word(1)), ("depositId", Word(5)), ("recipient", Account(1)))]),
        "layerzero-v1" => (
            [Of("Swap(", Contract, ("chainId", Word(106)), ("from", Account(1)), ("amountSD", Word(7))), Of("Packet(", Contract, [], [("payload", FirstPacket())])],
            [Of("SwapRemote(", Contract, ("to", Account(1)), ("amountSD", Word(7))), Of("PacketReceived(", Contract, [("srcChainId", Word(101)), ("dstAddress", Account(9)), ("nonce", Word(3))], [("srcAddress", Last(20, Account(8)))])]),
        "layerzero-v2" => (
            [Of("OFTSent(", Contract, ("guid", Guid()), ("dstEid", Word(30106)), ("amountSentLD", Word(7))), Of("PacketSent(", Contract, [], [("encodedPayload", SecondPacket()), ("options", [])])],
            [Of("PacketDelivered(", Contract, ("origin", Word(30101) + Account(8) + Word(3)), ("receiver", Account(9)))]),
        "wormhole" => (
            [Of("LogMessagePublished(", Contract, [("sender", Account(8)), ("sequence", Word(5))], [("payload", WormholeTransfer())])],
            [Of("TransferRedeemed(", Contract, ("emitterChainId", Word(2)), ("emitterAddress", Account(8)), ("sequence", Word(5)))]),
        "synapse" => (
            [Of("TokenDeposit(", Contract, ("to", Account(1)), ("chainId", Word(43114)), ("amount", Word(7)))],
            [Of("TokenMint(", Contract, ("to", Account(1)), ("amount", Word(7)), ("kappa", BridgeLog.Hash(Encoding.ASCII.GetBytes($"0x{SourceTx}"))))]),
        "synapse-rfq" => (
            [Of("BridgeRequested(", Contract, [("transactionId", Word(5)), ("destChainId", Word(43114))], [("request", [])])],
            [Of("BridgeRelayed(", Contract, ("transactionId", Word(5)), ("originChainId", Word(1)))]),
        "celer" => (
            [Of("Send(", Contract, ("transferId", Word(5)), ("receiver", Account(1)), ("dstChainId", Word(43114)))],
            [Of("Relay(", Contract, ("srcTransferId", Word(5)), ("receiver", Account(1)), ("srcChainId", Word(1)))]),
        "multichain" => (
            [Of("LogAnySwapOut(", Contract, ("to", Account(1)), ("toChainID", Word(43114)))],
            [Of("LogAnySwapIn(", Contract, ("txhash", SourceTx), ("to", Account(1)), ("fromChainID", Word(1)))]),
        _ => Others(protocol),
    };

    private static (LogAnswer[] Taken, LogAnswer[] Paid) Others(string protocol) => protocol switch
    {
        "hop" => (
            [Of("TransferSentToL2(", Contract, ("chainId", Word(43114)), ("recipient", Account(1)), ("amount", Word(7)), ("deadline", Word(99)))],
            [Of("TransferFromL1Completed(", Contract, ("recipient", Account(1)), ("amount", Word(7)), ("deadline", Word(99)))]),
        "cctp" => (
            [Of("DepositForBurn(", Contract, ("nonce", Word(5)), ("amount", Word(7)), ("mintRecipient", Account(1)), ("destinationDomain", Word(1)))],
            [Of("MintAndWithdraw(", Contract, ("mintRecipient", Account(1)), ("amount", Word(7)), ("mintToken", Account(2))), Of("MessageReceived(", Contract, [("sourceDomain", Word(0)), ("nonce", Word(5))], [("messageBody", Bytes("00000000" + Account(2) + Account(1) + Word(7) + Account(3)))])]),
        "thorchain" => (
            [Of("Deposit(", Contract, [("amount", Word(7))], [("memo", Encoding.ASCII.GetBytes("=:AVAX.AVAX:0x0000000000000000000000000000000000001001:0/1/0"))])],
            [Of("TransferOut(", Contract, [("to", Account(1)), ("amount", Word(9))], [("memo", Encoding.ASCII.GetBytes($"OUT:{SourceTx.ToUpperInvariant()}"))])]),
        "avalanche-bridge" => (
            [Of("Transfer(", Contract, ("from", Account(1)), ("to", "0000000000000000000000008eb8a3b98659cce290402893d0123abb75e3ab28"), ("value", Word(7)))],
            [Of("Mint(address", Contract, ("to", Account(1)), ("amount", Word(6)), ("originTxId", SourceTx))]),
        "symbiosis" => (
            [Of("OracleRequest(", Contract, [("chainId", Word(43114))], [("callData", Bytes("a83e754b" + Word(0) + Word(8) + Word(5) + Account(2) + Word(1) + Word(7) + Account(1)))])],
            [Of("SynthesizeCompleted(", Contract, ("id", Word(5)), ("crossChainID", Word(8)), ("to", Account(1)))]),
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "A protocol without a made-up crossing."),
    };

    private static byte[] FirstPacket() => Bytes("0000000000000003" + "0065" + Last(Account(8), 40) + "006a" + Last(Account(9), 40) + "ff");

    private static byte[] SecondHeader() => Bytes("0000000000000003" + "00007595" + Account(8) + "0000759a" + Account(9));

    private static byte[] SecondPacket() => [1, .. SecondHeader(), .. Bytes(Guid()), 0xff];

    private static string Guid() => BridgeLog.Hash(SecondHeader());

    private static byte[] WormholeTransfer() => Bytes("01" + Word(7) + Account(2) + "0002" + Account(1) + "0006" + Word(0));

    private static byte[] Last(int bytes, string word) => Bytes(Last(word, 2 * bytes));

    private static string Last(string word, int digits) => word[^digits..];

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
