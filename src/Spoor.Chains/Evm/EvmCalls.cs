using System.Globalization;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>The calls made to EVM nodes, and no others (https://ethereum.github.io/execution-apis/).</summary>
internal static class EvmCalls
{
    private const string CallTracer = """{"tracer":"callTracer"}""";

    public static readonly RpcCall ChainId = new("eth_chainId");

    public static readonly RpcCall ClientVersion = new("web3_clientVersion");

    public static readonly RpcCall Latest = new("eth_getBlockByNumber", """["latest",false]""");

    public static readonly RpcCall Finalized = new("eth_getBlockByNumber", """["finalized",false]""");

    public static RpcCall Block(long height, bool whole) =>
        new("eth_getBlockByNumber", $"[{EvmText.Quoted(height)},{(whole ? "true" : "false")}]");

    public static RpcCall BlockReceipts(BlockHeader block, bool byHash) => new("eth_getBlockReceipts", $"[{Name(block, byHash)}]");

    public static RpcCall Receipt(TxHash transaction) => new("eth_getTransactionReceipt", $"[{EvmText.Quoted(transaction)}]");

    public static RpcCall Logs(long first, long last) =>
        new("eth_getLogs", $$"""[{"fromBlock":{{EvmText.Quoted(first)}},"toBlock":{{EvmText.Quoted(last)}}}]""");

    public static RpcCall LogsOf(TxHash block) => new("eth_getLogs", $$"""[{"blockHash":{{EvmText.Quoted(block)}}}]""");

    public static RpcCall Traces(BlockHeader block, EvmTraceCall call) => call switch
    {
        EvmTraceCall.Flat => new("trace_block", $"[{EvmText.Quoted(block.Height)}]"),
        EvmTraceCall.CallsByHash => new("debug_traceBlockByHash", $"[{EvmText.Quoted(block.Hash)},{CallTracer}]"),
        EvmTraceCall.CallsByNumber => new("debug_traceBlockByNumber", $"[{EvmText.Quoted(block.Height)},{CallTracer}]"),
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, "Expected a call that gives traces."),
    };

    public static RpcCall Nonce(Address address, long block) => State("eth_getTransactionCount", address, block);

    public static RpcCall Code(Address address, long block) => State("eth_getCode", address, block);

    public static RpcCall Balance(Address address, long block) => State("eth_getBalance", address, block);

    /// <summary><c>balanceOf(address)</c> of a token (EIP-20; the selector is the first four bytes of the hash of the signature).</summary>
    public static RpcCall TokenBalance(Address token, Address holder, long block)
    {
        string word = Convert.ToHexStringLower(holder.ToBytes()).PadLeft(64, '0');
        return new("eth_call", string.Create(
            CultureInfo.InvariantCulture, $$"""[{"to":{{EvmText.Quoted(token)}},"data":"0x70a08231{{word}}"},{{EvmText.Quoted(block)}}]"""));
    }

    private static RpcCall State(string method, Address address, long block) =>
        new(method, $"[{EvmText.Quoted(address)},{EvmText.Quoted(block)}]");

    private static string Name(BlockHeader block, bool byHash) => byHash ? EvmText.Quoted(block.Hash) : EvmText.Quoted(block.Height);
}
