using Spoor.Chains.Files;
using Spoor.Storage.DuckDb.Import;
using Spoor.Transfers;
using static Spoor.Tests.Files.Rows;

namespace Spoor.Tests.Files;

public sealed class OtherFormatTests : IDisposable
{
    private const string MovesSql =
        "SELECT kind, right(hex(sender), 2), right(hex(recipient), 2), asset, CAST(amount AS BIGINT), quality FROM transfers ORDER BY block, tx_index, phase, idx";

    private const string EtherscanHeader =
        "tx_type,hash,blockNumber,timeStamp,from,to,value,gasPrice,gasUsed,contractAddress,tokenID,isError\n";

    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task All_four_lists_of_an_explorer_are_read_and_fees_counted_once()
    {
        static string Row(string type, int from, int to, string value, string contract = "", string token = "", string error = "0") =>
            $"{type},{Hash(1)},10,1625724628,{Account(from)},{Account(to)},{value},2,21000,{contract},{token},{error}\n";
        string rows = Row("normal", 1, 2, "100") + Row("internal", 2, 3, "40") + Row("erc20", 2, 4, "7", Account(9)) + Row("erc721", 4, 1, "0", Account(8), "5962")
            + Row("internal", 2, 5, "1", error: "1");

        var report = await _store.ImportTextAsync("x.csv", EtherscanHeader + rows + Row("normal", 1, 2, "100"));

        Assert.Equal(
            [
                "3|01||slip44:60|42000|0", "1|01|02|slip44:60|100|0", "1|02|03|slip44:60|40|0",
                $"2|02|04|erc20:{Account(9)}|7|0", $"2|04|01|erc721:{Account(8)}/5962|1|0",
            ],
            await _store.QueryAsync(MovesSql));
        Assert.Equal((6, 5, 5, 2), (report.Rows, report.Moved, report.Added, report.Known));
        Assert.Equal(new("reverted", 1), Assert.Single(report.Skipped));
    }

    [Fact]
    public async Task EthereumHeist_rows_are_told_apart_by_what_they_carry()
    {
        const string Header = "hash,from,to,value,timeStamp,blockNumber,tokenSymbol,contractAddress,isError,gasPrice,gasUsed\n";
        string transaction = $"{Hash(1)},{Account(1)},{Account(2)},1E+15,1619405845,10,,,0.0,3.5E+11,21000\n";
        string call = $"{Hash(1)},{Account(2)},{Account(3)},5,1619405845,10,,,0,,0\n";
        string token = $"{Hash(1)},{Account(2)},{Account(3)},6,1619405845,10,USDT,{Account(9)},,1,1\n";
        string failed = $"{Hash(2)},{Account(1)},{Account(2)},9,1619405845,10,,,1,1,21000\n";

        var report = await _store.ImportTextAsync("all-tx.csv", Header + transaction + call + token + failed);

        Assert.Equal(
            [
                "3|01||slip44:60|7350000000000000|1", "1|01|02|slip44:60|1000000000000000|1", "1|02|03|slip44:60|5|0",
                $"2|02|03|erc20:{Account(9)}|6|0", "3|01||slip44:60|21000|0",
            ],
            await _store.QueryAsync(MovesSql));
        Assert.Equal((4, 4, 5), (report.Rows, report.Moved, report.Added));
    }

    [Fact]
    public async Task LaunderNet_flows_are_dollars_in_cents_and_ordered_so_that_money_comes_before_it_goes()
    {
        const string Header = "Timestamp,Block,Tx_hash,From,From_label,To,To_label,Value_in_USD\n";
        static string Row(int tx, int from, int to, string dollars) => $"2023-06-02 21:49:23,10,{Hash(tx)},{Account(from)},,{Account(to)},\"a, b\",{dollars}\n";

        await _store.ImportTextAsync("flows.csv", Header + Row(1, 2, 3, "945646.73") + Row(2, 1, 2, "945646.8") + Row(3, 3, 4, "7"));

        Assert.Equal(
            ["2|01|02|iso4217:usd|94564680|0", "2|02|03|iso4217:usd|94564673|0", "2|03|04|iso4217:usd|700|0"],
            await _store.QueryAsync(MovesSql));
    }

    [Fact]
    public async Task Spoors_own_layout_holds_several_chains_in_one_file()
    {
        const string Tron = "tron:0x2b6653dc";
        string rows = Own("eip155:1", 10, 1, "token", Account(1), Account(2), "erc20:" + Account(9), "5")
            + Own("eip155:137", 10, 1, "native", Account(1), Account(2), "eip155:137/slip44:966", "1.5E+3")
            + Own(Tron, 10, 2, "native", "TGCRkw1Vq759FBCrwxkZGgqZbRX1WkBHSu", "TWsm8HtU2A5eEzoT8ev8yaoFjHsXLLrckb", "slip44:195", "7")
            + Own("bip122:000000000019d6689c085ae165831e93", 10, 3, "utxo-out", "", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "slip44:0", "5000000000");
        string[] lines = (SpoorHeader + rows).TrimEnd('\n').Split('\n');
        string[] outputs = ["output_tx,output_index", ",", ",", ",", $"{Hash(3)},0"];

        var report = await _store.ImportTextAsync("own.csv", string.Join('\n', lines.Zip(outputs, (line, output) => $"{line},{output}")));

        Assert.Equal((4, 4, 1), (report.Rows, report.Added, report.Rounded));
        Assert.Equal(
            [$"bip122:000000000019d6689c085ae165831e93|{Hash(3)[2..]}||0262E907B15CBF27D5425399EBF6F0FB50EBB88F18", $"{Tron}||014450CF8C8B6A8229B7F628E36B3A658E84441B6F|01E552F6487585C2B58BC2C9BB4492BC1F17132CD0"],
            await _store.QueryAsync("SELECT chain, hex(output_tx), hex(sender), hex(recipient) FROM transfers WHERE chain NOT LIKE 'eip%' ORDER BY chain"));
    }

    [Fact]
    public async Task A_block_and_a_sender_that_were_not_published_are_unknown_on_purpose_and_stand_before_all_blocks()
    {
        string rows = Own("eip155:1", 10, 2, "native", Account(2), Account(3), "slip44:60", "7")
            + Own("eip155:1", 0, 1, "native", "unknown", Account(2), "slip44:60", "8").Replace(",0,2023", ",unknown,2023", StringComparison.Ordinal);

        await _store.ImportTextAsync("own.csv", SpoorHeader + rows);

        Assert.Equal(["0||8", "10|01" + Account(2)[2..] + "|7"],
            await _store.QueryAsync("SELECT block, hex(sender), amount FROM transfers ORDER BY block"));
    }

    [Theory]
    [InlineData("", "0xa", "native", "block")]
    [InlineData("unplaced", "0xa", "native", "block")]
    [InlineData("10", "", "native", "from")]
    [InlineData("10", "unknown", "fee", "from")]
    public async Task An_empty_cell_never_passes_for_unknown(string block, string from, string kind, string column)
    {
        string sender = from == "0xa" ? Account(0xa) : from;
        string to = kind == "fee" ? "" : Account(1);
        string row = $"eip155:1,{block},2023-09-12 13:05:11,{Hash(1)},{kind},{sender},{to},slip44:60,5,0,0\n";

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("own.csv", SpoorHeader + row));

        Assert.Equal(column, refusal.Faults[0].Column);
    }

    [Fact]
    public async Task An_address_of_another_chain_is_a_fault()
    {
        string row = Own("eip155:1", 10, 2, "native", "TGCRkw1Vq759FBCrwxkZGgqZbRX1WkBHSu", Account(1), "slip44:60", "7");

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("own.csv", SpoorHeader + row));

        Assert.Equal("from", refusal.Faults[0].Column);
    }

    [Theory]
    [InlineData("value_string: '1000000000000000001'")]
    [InlineData("value_binary: '\\x0D\\xE0\\xB6\\xB3\\xA7\\x64\\x00\\x01'::BLOB")]
    [InlineData("value: 1000000000000000001::DECIMAL(38,0)")]
    public async Task Cryo_transactions_are_read_with_bytes_and_any_way_of_writing_numbers(string value)
    {
        string path = _store.PathOf("ethereum__transactions.parquet");
        string[] parts = value.Split(": ");
        await _store.QueryAsync($"""
            COPY (SELECT 10::UINTEGER AS block_number, 3::UINTEGER AS transaction_index, unhex('{Hash(1)[2..]}') AS transaction_hash, 0::UBIGINT AS nonce,
                unhex('{Account(1)[2..]}') AS from_address, unhex('{Account(2)[2..]}') AS to_address, {parts[1]} AS {parts[0]},
                21000::UINTEGER AS gas_used, 2::UBIGINT AS gas_price, true AS success, 1700000000::UINTEGER AS timestamp, 56::UBIGINT AS chain_id) TO '{path}'
            """);

        var report = await _store.ImportAsync(path);

        Assert.Equal("cryo-transactions", report.Format);
        Assert.Equal(["3|01||slip44:714|42000|0", "1|01|02|slip44:714|1000000000000000001|0"], await _store.QueryAsync(MovesSql));
        Assert.Equal(["eip155:56|3|2023-11-14 22:13:20"], await _store.QueryAsync("SELECT DISTINCT chain, tx_index, CAST(time AS VARCHAR) FROM transfers"));
    }

    [Fact]
    public async Task Cryo_tables_of_transfers_and_traces_are_read_with_hex()
    {
        string tokens = _store.PathOf("tokens.parquet");
        string natives = _store.PathOf("natives.parquet");
        string traces = _store.PathOf("traces.parquet");
        string common = $"10 AS block_number, 0 AS transaction_index, '{Hash(1)}' AS transaction_hash, 1 AS chain_id";
        await _store.QueryAsync($"COPY (SELECT {common}, 4 AS log_index, '{Account(9)}' AS erc20, '{Account(1)}' AS from_address, '{Account(2)}' AS to_address, '7' AS value_string) TO '{tokens}'");
        await _store.QueryAsync($"COPY (SELECT {common}, 0 AS transfer_index, '{Account(1)}' AS from_address, '{Account(2)}' AS to_address, '100' AS value_string) TO '{natives}'");
        await _store.QueryAsync($"""
            COPY (
                SELECT {common}, '{Account(1)}' AS action_from, '{Account(2)}' AS action_to, '100' AS action_value, 'call' AS action_call_type, 'call' AS action_type,
                    NULL::VARCHAR AS result_address, '' AS trace_address, NULL::VARCHAR AS error
                UNION ALL
                SELECT {common}, '{Account(2)}', '{Account(3)}', '60', 'call', 'call', NULL, '0', NULL
                UNION ALL
                SELECT {common}, '{Account(2)}', '{Account(3)}', '60', 'call', 'call', NULL, '1', 'Reverted'
                UNION ALL
                SELECT {common}, '{Account(3)}', '{Account(4)}', '60', 'call', 'call', NULL, '1_0', NULL) TO '{traces}'
            """);

        var reports = new List<ImportReport>();
        foreach (string path in new[] { tokens, natives, traces })
        {
            reports.Add(await _store.ImportAsync(path));
        }

        Assert.Equal(["cryo-erc20-transfers", "cryo-native-transfers", "cryo-traces"], reports.Select(report => report.Format));
        Assert.Equal([1, 1, 1], reports.Select(report => report.Added));
        Assert.Equal(
            ["1|01|02|slip44:60|100|0", "1|02|03|slip44:60|60|0", $"2|01|02|erc20:{Account(9)}|7|0"], await _store.QueryAsync(MovesSql));
    }

    [Fact]
    public void Columns_in_any_order_and_unknown_ones_among_them_are_recognised()
    {
        FileColumn[] columns = [.. TokenTransferHeader.Trim().Split(',').Append("extra").Reverse().Select(name => new FileColumn(name))];

        Assert.Equal("ethereum-etl-token-transfers", FileFormats.Recognise(new("t.csv", FileReader.Csv, columns)).Format);
    }

    [Fact]
    public void An_unknown_header_lists_the_formats_and_what_each_needs()
    {
        var refusal = Assert.Throws<UnknownFormatException>(() => FileFormats.Recognise(new("t.csv", FileReader.Csv, [new("a"), new("b")])));

        Assert.Contains("t.csv: no known format has the columns a,b", refusal.Message, StringComparison.Ordinal);
        Assert.All(FileFormats.All, format => Assert.Contains($"{format.Name}: {string.Join(",", format.Required)}", refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_named_format_says_which_columns_are_missing()
    {
        var refusal = Assert.Throws<UnknownFormatException>(
            () => FileFormats.Recognise(new("t.csv", FileReader.Csv, [new("Block"), new("From")]), "laundernet"));

        Assert.Contains("lacks Timestamp,Tx_hash,To,Value_in_USD", refusal.Message, StringComparison.Ordinal);
    }
}
