using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Every row ethereum-etl expects of the answers recorded with it (MIT, https://github.com/blockchain-etl/ethereum-etl).</summary>
public sealed class EthereumEtlAnswersTests
{
    private const string Root = "ethereum_etl";

    private static readonly Chain Ethereum = ChainRegistry.Find("ethereum");

    // Beside these, everything in the folder is used by a test of this class.
    private static readonly Dictionary<string, string> NotUsable = new()
    {
        ["test_export_blocks_job/blocks_with_transactions_and_withdrawals"] = "the answer of the node was not recorded, only the rows",
        ["test_export_contracts_job/erc721_contract"] = "eth_getCode: the code of a contract moves nothing and is not part of a block",
        ["test_export_tokens_job/token_with_alternative_return_type"] = "eth_call: names and decimals of a token come from a token list",
        ["test_export_tokens_job/token_with_invalid_data"] = "eth_call: names and decimals of a token come from a token list",
    };

    private static readonly string[] Used =
    [
        "test_export_blocks_job/block_with_logs", "test_export_blocks_job/block_without_transactions",
        "test_export_blocks_job/blocks_with_transactions", "test_export_receipts_job/receipts_with_logs",
        "test_export_token_transfers_job/block_with_transfers", "test_export_traces_job/block_with_create",
        "test_export_traces_job/block_with_error", "test_export_traces_job/block_with_subtraces",
        "test_export_traces_job/block_with_suicide", "test_export_traces_job/block_without_transactions",
        "test_extract_geth_traces_job/block_with_create", "test_extract_geth_traces_job/block_with_error",
        "test_extract_geth_traces_job/block_with_subtraces", "test_extract_geth_traces_job/block_with_suicide",
        "test_extract_geth_traces_job/block_without_transactions", "test_extract_token_transfers_job/logs",
        "test_stream/blocks_1755634_1755635", "test_stream/blocks_2112234_2112234", "test_stream/blocks_508110_508110",
    ];

    [Fact]
    public void Every_case_is_used_or_named_with_the_reason_why_not()
    {
        var cases = RecordedAnswers.Files(Root).Select(file => string.Join('/', RecordedAnswers.Relative(file).Split('/')[1..3])).Distinct();

        Assert.Equal(NotUsable.Keys.Concat(Used).Order(StringComparer.Ordinal), cases.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("test_export_blocks_job/block_with_logs", "76250")]
    [InlineData("test_export_blocks_job/block_without_transactions", "0")]
    [InlineData("test_export_blocks_job/blocks_with_transactions", "b872", "b873")]
    public void Blocks_and_transactions_are_as_expected(string name, params string[] heights)
    {
        Block[] blocks = [.. heights.Select(height => Decode($"{Root}/{name}/web3_response.eth_getBlockByNumber_0x{height}_true.json"))];

        AssertBlocks(CsvTable.Read($"{Root}/{name}/expected_blocks.csv"), blocks);
        AssertTransactions(CsvTable.Read($"{Root}/{name}/expected_transactions.csv"), blocks);
    }

    [Fact]
    public void Receipts_logs_and_token_transfers_are_as_expected()
    {
        var block = BlockWithReceipts("test_export_blocks_job/block_with_logs", "76250", "test_export_receipts_job/receipts_with_logs");
        var receipts = CsvTable.Read($"{Root}/test_export_receipts_job/receipts_with_logs/expected_receipts.csv");

        Assert.Equal(receipts.Count, block.Sent.Count);
        foreach (var row in receipts)
        {
            var fee = Assert.Single(block.Transfers, transfer => transfer.Kind == TransferKind.Fee && transfer.Tx == TxHash.Parse(row["transaction_hash"]));
            Assert.Equal(UInt128.Parse(row["gas_used"], CultureInfo.InvariantCulture) * UInt128.Parse(row["effective_gas_price"], CultureInfo.InvariantCulture), fee.Amount.Units);
            Assert.Equal(row["transaction_index"], $"{fee.Position.Transaction}");
        }

        AssertTokens(CsvTable.Read($"{Root}/test_export_token_transfers_job/block_with_transfers/expected_token_transfers.csv"), [block]);
        AssertLogs(CsvTable.Read($"{Root}/test_export_receipts_job/receipts_with_logs/expected_logs.csv"), block);
    }

    [Fact]
    public void Token_transfers_of_filtered_logs_are_as_expected()
    {
        const string folder = $"{Root}/test_export_token_transfers_job/block_with_transfers";
        var block = EvmDecoder.Decode(
            new()
            {
                Block = RecordedAnswers.Bytes(RecordedAnswers.Result($"{Root}/test_export_blocks_job/block_with_logs/web3_response.eth_getBlockByNumber_0x76250_true.json")),
                Logs = RecordedAnswers.Bytes(RecordedAnswers.Result($"{folder}/web3_response.eth_getFilterLogs_0x0.json")),
            },
            Ethereum);

        AssertTokens(CsvTable.Read($"{folder}/expected_token_transfers.csv"), [block]);
        Assert.Equal(BlockGaps.Receipts | BlockGaps.InternalMoves, block.Gaps);
        Assert.DoesNotContain(block.Transfers, transfer => transfer.Kind == TransferKind.Fee);
    }

    [Fact]
    public void Token_transfers_of_extracted_logs_are_as_expected()
    {
        const string folder = $"{Root}/test_extract_token_transfers_job/logs";
        var rows = CsvTable.Read($"{folder}/logs.csv");
        Block[] blocks = [.. rows.GroupBy(row => row["block_number"]).Select(group => OfLogRows([.. group]))];

        AssertTokens(CsvTable.Read($"{folder}/expected_token_transfers.csv"), blocks);
    }

    [Fact]
    public void A_stream_of_blocks_is_as_expected()
    {
        const string folder = "test_stream/blocks_1755634_1755635";
        Block[] blocks = [BlockWithReceipts(folder, "1ac9f2", folder), BlockWithReceipts(folder, "1ac9f3", folder)];

        AssertBlocks(JsonRows(folder, "expected_blocks"), blocks);
        AssertTransactions(JsonRows(folder, "expected_transactions"), blocks);
        AssertTokens(JsonRows(folder, "expected_token_transfers"), blocks);
        Assert.All(JsonRows(folder, "expected_logs"), row => Assert.Contains(blocks, block => $"{block.Height}" == row["block_number"]));
        Assert.All(JsonRows(folder, "expected_transactions"), row => AssertFee(row, blocks));
    }

    private static void AssertFee(IReadOnlyDictionary<string, string> row, Block[] blocks)
    {
        var fee = Assert.Single(
            blocks.SelectMany(block => block.Transfers),
            transfer => transfer.Kind == TransferKind.Fee && transfer.Tx == TxHash.Parse(row["hash"]));
        Assert.Equal(UInt128.Parse(row["receipt_gas_used"], CultureInfo.InvariantCulture) * UInt128.Parse(row["gas_price"], CultureInfo.InvariantCulture), fee.Amount.Units);
    }

    private static void AssertBlocks(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block[] blocks)
    {
        Assert.Equal(rows.Count, blocks.Length);
        foreach (var (row, block) in rows.Zip(blocks))
        {
            Assert.Equal(row["number"], $"{block.Height}");
            Assert.Equal(TxHash.Parse(row["hash"]), block.Hash);
            Assert.Equal(block.Height == 0 ? null : TxHash.Parse(row["parent_hash"]), block.Parent);
            Assert.Equal(row["timestamp"], $"{block.Time.ToUnixTimeSeconds()}");
            Assert.Equal(row["transaction_count"], $"{block.Sent.Count}");
        }
    }

    private static void AssertTransactions(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block[] blocks)
    {
        var sent = blocks.SelectMany(block => block.Sent.Select(transaction => (block, transaction))).ToList();

        Assert.Equal(rows.Count, sent.Count);
        foreach (var (row, (block, transaction)) in rows.Zip(sent))
        {
            Assert.Equal(row["block_number"], $"{block.Height}");
            Assert.Equal(TxHash.Parse(row["hash"]), transaction.Tx);
            Assert.Equal(row["nonce"], $"{transaction.Nonce}");
            Assert.Equal(row["transaction_index"], $"{transaction.Index}");
            Assert.Equal(Account(row["from_address"]), transaction.From);
            Assert.Equal(OptionalAccount(row["to_address"]), transaction.To);
            Assert.Equal(row["gas_price"], $"{transaction.GasPrice}");
            Assert.Equal(row["input"].Length < 10 ? null : Convert.ToUInt32(row["input"][2..10], 16), transaction.Selector);
            AssertValue(row, block, transaction);
        }
    }

    private static void AssertValue(IReadOnlyDictionary<string, string> row, Block block, SentTransaction transaction)
    {
        var value = block.Transfers.SingleOrDefault(transfer => transfer.Tx == transaction.Tx && transfer.Kind == TransferKind.Native);
        Assert.Equal(row["value"], $"{value?.Amount ?? Amount.Zero}");
        if (value is not null && transaction.To is not null)
        {
            Assert.Equal(Account(row["to_address"]), value.To);
        }
    }

    private static void AssertTokens(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block[] blocks)
    {
        var tokens = blocks.SelectMany(block => block.Transfers).Where(transfer => transfer.Kind == TransferKind.Token).ToList();

        Assert.Equal(rows.Count, tokens.Count);
        foreach (var (row, token) in rows.Zip(tokens))
        {
            Assert.Equal($"erc20:{row["token_address"]}", token.Asset.Reference);
            Assert.Equal(Account(row["from_address"]), token.From);
            Assert.Equal(Account(row["to_address"]), token.To);
            Assert.Equal(row["value"], $"{token.Amount}");
            Assert.Equal(TxHash.Parse(row["transaction_hash"]), token.Tx);
            Assert.Equal(row["log_index"], $"{token.Position.Index}");
            Assert.Equal(row["block_number"], $"{token.Position.Block}");
        }
    }

    // The logs of this block are all token transfers: each row is one, at its place.
    private static void AssertLogs(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Block block) => Assert.Equal(
        rows.Select(row => $"{row["transaction_index"]} {row["log_index"]}").Order(StringComparer.Ordinal),
        block.Transfers.Where(transfer => transfer.Position.Phase == Phase.Log)
            .Select(transfer => $"{transfer.Position.Transaction} {transfer.Position.Index}").Order(StringComparer.Ordinal));

    private static Block Decode(string block) => EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(RecordedAnswers.Result(block)) }, Ethereum);

    private static Block BlockWithReceipts(string blocks, string height, string receipts)
    {
        var block = RecordedAnswers.Result($"{Root}/{blocks}/web3_response.eth_getBlockByNumber_0x{height}_true.json")!;
        return EvmDecoder.Decode(
            new()
            {
                Block = RecordedAnswers.Bytes(block),
                TransactionReceipts =
                [
                    .. block["transactions"]!.AsArray().Select(transaction => RecordedAnswers.Bytes(RecordedAnswers.Result(
                        $"{Root}/{receipts}/web3_response.eth_getTransactionReceipt_{transaction!["hash"]}.json"))),
                ],
            },
            Ethereum);
    }

    private static Block OfLogRows(IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var logs = new JsonArray([.. rows.Select(LogOf)]);
        var transactions = new Dictionary<int, JsonObject>();
        foreach (var row in rows)
        {
            transactions[int.Parse(row["transaction_index"], CultureInfo.InvariantCulture)] = new() { ["hash"] = row["transaction_hash"] };
        }

        long height = long.Parse(rows[0]["block_number"], CultureInfo.InvariantCulture);
        var frame = RecordedAnswers.Frame(height, rows[0]["block_hash"], transactions, transactions.Keys.Max() + 1);
        return EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(frame), Logs = RecordedAnswers.Bytes(logs) }, Ethereum);
    }

    private static JsonObject LogOf(IReadOnlyDictionary<string, string> row) => new()
    {
        ["address"] = row["address"],
        ["data"] = row["data"],
        ["logIndex"] = Hex(row["log_index"]),
        ["transactionHash"] = row["transaction_hash"],
        ["transactionIndex"] = Hex(row["transaction_index"]),
        ["blockHash"] = row["block_hash"],
        ["blockNumber"] = Hex(row["block_number"]),
        ["topics"] = new JsonArray([.. row["topics"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(topic => JsonValue.Create(topic))]),
    };

    private static string Hex(string number) => $"0x{long.Parse(number, CultureInfo.InvariantCulture):x}";

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> JsonRows(string folder, string name) =>
    [
        .. System.Text.Encoding.UTF8.GetString(RecordedAnswers.Read($"{Root}/{folder}/{name}.json"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!.AsObject().ToDictionary(field => field.Key, field => field.Value?.ToString() ?? "")),
    ];

    private static Address Account(string text) => AddressText.Parse(Ethereum.Id, text);

    private static Address? OptionalAccount(string text) => text.Length == 0 ? null : Account(text);
}
