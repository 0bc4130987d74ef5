using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Tests.Nodes;

namespace Spoor.Tests.Evm;

/// <summary>A node of a made-up chain that answers rightly, unless a test twists its answers.</summary>
internal sealed class FakeEvm
{
    public const long ChainNumber = 31_337;

    /// <summary>Changes a right answer into what a test wants: called with method, parameters and result.</summary>
    public Func<string, JsonArray, JsonNode?, JsonNode?> Twist { get; set; } = (_, _, result) => result;

    /// <summary>Methods it does not know.</summary>
    public HashSet<string> Unknown { get; } = [];

    public int MostLogs { get; set; } = int.MaxValue;

    public long ChainId { get; set; } = ChainNumber;

    public List<FakeBlock> Blocks { get; set; } = Branch("a", 9);

    public ConcurrentQueue<string> Calls { get; } = [];

    public static List<FakeBlock> Branch(string name, int last, List<FakeBlock>? common = null)
    {
        var blocks = new List<FakeBlock>(common ?? []);
        for (int height = blocks.Count; height <= last; height++)
        {
            blocks.Add(new(name, height, height == 0 ? "" : blocks[^1].Hash));
        }

        return blocks;
    }

    public WireServer Serve() => new(request => WireReply.Json(Answer(request.Body)));

    /// <summary>The answer to a body, single call or batch.</summary>
    public string Answer(string body)
    {
        var question = JsonNode.Parse(body)!;
        return question is JsonArray batch
            ? $"[{string.Join(',', batch.Select(call => AnswerOne(call!)))}]"
            : AnswerOne(question);
    }

    private string AnswerOne(JsonNode call)
    {
        string method = call["method"]!.GetValue<string>();
        string id = call["id"]!.ToJsonString();
        Calls.Enqueue(method);
        try
        {
            if (Unknown.Contains(method))
            {
                throw new RefusalException(-32601, $"the method {method} does not exist/is not available");
            }

            var parameters = call["params"]!.AsArray();
            var result = Twist(method, parameters, Right(method, parameters));
            return $$"""{"jsonrpc":"2.0","id":{{id}},"result":{{result?.ToJsonString() ?? "null"}}}""";
        }
        catch (RefusalException refusal)
        {
            return $$$"""{"jsonrpc":"2.0","id":{{{id}}},"error":{"code":{{{refusal.Code}}},"message":"{{{refusal.Message}}}"}}""";
        }
    }

    private JsonNode? Right(string method, JsonArray parameters) => method switch
    {
        "eth_chainId" => FakeBlock.Hex(ChainId),
        "web3_clientVersion" => "Fake/v1",
        "eth_getBlockByNumber" => Find(parameters[0])?.ToJson(parameters[1]!.GetValue<bool>()),
        "eth_getBlockReceipts" => Find(parameters[0])?.Receipts(),
        "eth_getTransactionReceipt" => Blocks.Select(block => block.ReceiptOf(parameters[0]!.GetValue<string>())).FirstOrDefault(receipt => receipt is not null),
        "eth_getLogs" => Logs(parameters[0]!),
        "trace_block" => Find(parameters[0])?.FlatTraces(),
        "debug_traceBlockByHash" or "debug_traceBlockByNumber" => Find(parameters[0])?.CallTraces(),
        _ => throw new RefusalException(-32601, $"the method {method} does not exist/is not available"),
    };

    private FakeBlock? Find(JsonNode? name) => name!.GetValue<string>() switch
    {
        "latest" => Blocks[^1],
        "finalized" => Blocks[Math.Max(0, Blocks.Count - 5)],
        { Length: 66 } hash => Blocks.Find(block => block.Hash == hash),
        var number => Blocks.Find(block => block.Height == Number(number)),
    };

    private JsonArray Logs(JsonNode filter)
    {
        var blocks = filter["blockHash"] is { } hash
            ? Blocks.Where(block => block.Hash == hash.GetValue<string>())
            : Blocks.Where(block => block.Height >= Number(filter["fromBlock"]!.GetValue<string>()) && block.Height <= Number(filter["toBlock"]!.GetValue<string>()));
        var logs = new JsonArray([.. blocks.SelectMany(block => block.Logs()).Select(log => log!.DeepClone())]);
        return logs.Count <= MostLogs ? logs : throw new RefusalException(-32005, $"query returned more than {MostLogs} results");
    }

    private static long Number(string hex) => long.Parse(hex.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>An error object of JSON-RPC.</summary>
    internal sealed class RefusalException(int code, string message) : Exception(message)
    {
        public int Code { get; } = code;
    }
}
