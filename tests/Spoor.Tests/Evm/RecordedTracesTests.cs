using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Every row ethereum-etl expects of recorded traces, of Parity's sort and of geth's (MIT, https://github.com/blockchain-etl/ethereum-etl).</summary>
public sealed class RecordedTracesTests
{
    private const string Root = "ethereum_etl";
    private const string Hash = "0xabababababababababababababababababababababababababababababababab";

    private static readonly Chain Ethereum = ChainRegistry.Find("ethereum");

    [Theory]
    [InlineData("test_export_traces_job/block_with_create", "f44f2")]
    [InlineData("test_export_traces_job/block_with_error", "f45bf")]
    [InlineData("test_export_traces_job/block_with_subtraces", "f4240")]
    [InlineData("test_export_traces_job/block_with_suicide", "f7105")]
    [InlineData("test_export_traces_job/block_without_transactions", "0")]
    public void Flat_traces_move_what_is_expected(string name, string height)
    {
        var rows = CsvTable.Read($"{Root}/{name}/expected_traces.csv");

        AssertMoves(rows, DecodeFlat($"{Root}/{name}/web3_response.trace_block_0x{height}.json"));
    }

    [Theory]
    [InlineData("test_stream/blocks_2112234_2112234", "203aea")]
    [InlineData("test_stream/blocks_508110_508110", "7c0ce")]
    public void Streamed_flat_traces_move_what_is_expected(string name, string height)
    {
        var rows = RowsOf($"{Root}/{name}/expected_traces.json");

        AssertMoves(rows, DecodeFlat($"{Root}/{name}/web3_response.trace_block_0x{height}.json"));
    }

    [Theory]
    [InlineData("block_with_create", "f44f2")]
    [InlineData("block_with_error", "f45bf")]
    [InlineData("block_with_subtraces", "f4240")]
    [InlineData("block_with_suicide", "f7105")]
    [InlineData("block_without_transactions", "1")]
    public void Call_traces_move_what_is_expected(string name, string height)
    {
        string folder = $"{Root}/test_extract_geth_traces_job/{name}";
        var rows = CsvTable.Read($"{folder}/expected_traces.csv");

        AssertMoves(rows, DecodeCalls(RecordedAnswers.Result($"{folder}/web3_response.debug_traceBlockByNumber_0x{height}_tracer_calltracer.json")!.AsArray()));
        AssertMoves(rows, DecodeCalls(Wrapped(RecordedAnswers.Json($"{folder}/geth_traces.json")!["transaction_traces"]!.AsArray())));
    }

    [Fact]
    public void A_self_destruct_without_an_heir_is_a_gap()
    {
        var block = DecodeCalls(RecordedAnswers.Result(
            $"{Root}/test_extract_geth_traces_job/block_with_suicide/web3_response.debug_traceBlockByNumber_0xf7105_tracer_calltracer.json")!.AsArray());

        Assert.True(block.Gaps.HasFlag(BlockGaps.InternalMoves));
    }

    private static JsonArray Wrapped(JsonArray traces) =>
        [.. traces.Select(trace => new JsonObject { ["result"] = trace!.DeepClone() })];

    private static Block DecodeFlat(string answer)
    {
        var traces = RecordedAnswers.Result(answer)!.AsArray();
        var transactions = new Dictionary<int, JsonObject>();
        foreach (var trace in traces.Where(trace => trace!["transactionHash"] is not null && trace["traceAddress"]!.AsArray().Count == 0))
        {
            transactions[trace!["transactionPosition"]!.GetValue<int>()] = TopCall(trace["action"]!, trace["transactionHash"]!.ToString());
        }

        long height = traces.Count == 0 ? 0 : traces[0]!["blockNumber"]!.GetValue<long>();
        string hash = traces.Count == 0 ? Hash : traces[0]!["blockHash"]!.ToString();
        var frame = RecordedAnswers.Frame(height, hash, transactions, transactions.Count);
        return EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(frame), FlatTraces = RecordedAnswers.Bytes(traces) }, Ethereum);
    }

    private static Block DecodeCalls(JsonArray traces)
    {
        var transactions = traces.Select((trace, index) => (index, TopCall(trace!["result"]!, null))).ToDictionary(pair => pair.index, pair => pair.Item2);
        var frame = RecordedAnswers.Frame(1_000_000, Hash, transactions, traces.Count);
        return EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(frame), CallTraces = RecordedAnswers.Bytes(traces) }, Ethereum);
    }

    private static JsonObject TopCall(JsonNode call, string? hash)
    {
        bool creates = call["init"] is not null || call["type"]?.ToString() == "CREATE";
        return new() { ["hash"] = hash, ["from"] = call["from"]!.ToString(), ["to"] = creates ? null : call["to"]!.ToString(), ["value"] = call["value"]!.ToString() };
    }

    // What moves by the rule of the files: it succeeded, as did all above it, it runs as itself, and the value is not 0.
    private static void AssertMoves(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block block)
    {
        var expected = rows.Where(row => Moves(row, rows)).Select(TextOf);

        var moved = block.Transfers.Where(transfer => transfer.Kind is TransferKind.Native or TransferKind.Issue);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            moved.Select(transfer => $"{transfer.Position.Transaction} {transfer.From} {transfer.To} {transfer.Amount}").Order(StringComparer.Ordinal));
    }

    private static string TextOf(IReadOnlyDictionary<string, string> row)
    {
        bool isReward = row["trace_type"] == "reward";
        return $"{(isReward ? int.MaxValue : int.Parse(row["transaction_index"], CultureInfo.InvariantCulture))} "
            + $"{(isReward ? null : Account(row["from_address"]))} {Account(row["to_address"])} {row["value"]}";
    }

    private static bool Moves(IReadOnlyDictionary<string, string> row, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        bool failed = rows.Any(other => other["transaction_index"] == row["transaction_index"] && other["transaction_hash"] == row["transaction_hash"]
            && other["error"].Length > 0 && IsAbove(other["trace_address"], row["trace_address"]));
        return !failed && row["trace_type"] is "call" or "create" or "suicide" or "reward"
            && row["call_type"] is not ("delegatecall" or "callcode" or "staticcall")
            && row["value"] is not ("" or "0");
    }

    private static bool IsAbove(string above, string address) =>
        above.Length == 0 || above == address || address.StartsWith(above + ",", StringComparison.Ordinal);

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> RowsOf(string file) =>
    [
        .. System.Text.Encoding.UTF8.GetString(RecordedAnswers.Read(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!.AsObject().ToDictionary(field => field.Key, field => TextOf(field.Value))),
    ];

    private static string TextOf(JsonNode? value) => value is JsonArray list ? string.Join(',', list) : value?.ToString() ?? "";

    private static Address Account(string text) => AddressText.Parse(Ethereum.Id, text);
}
