using static Spoor.Tests.Files.Rows;

namespace Spoor.Tests.Files;

public sealed class EthereumEtlTests : IDisposable
{
    private const string MovesSql = "SELECT kind, right(hex(sender), 2), right(hex(recipient), 2), CAST(amount AS BIGINT), occurrence FROM transfers ORDER BY block, tx_index, phase, idx";

    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_transaction_moves_its_value_and_pays_its_fee()
    {
        var report = await _store.ImportTextAsync("transactions.csv", TransactionHeader + Transaction(1, 0xa, 0xb, "100"));

        Assert.Equal((1, 1, 2), (report.Rows, report.Moved, report.Added));
        Assert.Equal(["3|0A||105000|0", "1|0A|0B|100|0"], await _store.QueryAsync(MovesSql));
    }

    [Fact]
    public async Task A_reverted_transaction_pays_its_fee_and_moves_nothing_else()
    {
        await _store.ImportTextAsync("transactions.csv", TransactionHeader + Transaction(1, 0xa, 0xb, "100", status: "0"));

        Assert.Equal(["3|0A||105000|0"], await _store.QueryAsync(MovesSql));
    }

    [Fact]
    public async Task A_transaction_without_value_or_gas_used_is_counted_as_moving_nothing()
    {
        const string Header = "hash,block_number,transaction_index,from_address,to_address,value\n";

        var report = await _store.ImportTextAsync("transactions.csv", $"{Header}{Hash(1)},10,0,{Account(0xa)},{Account(0xb)},0\n");

        Assert.Equal((1, 0), (report.Rows, report.Moved));
        Assert.Equal(new("no value", 1), Assert.Single(report.Skipped));
    }

    // Sender and contract of nonce 0: go-ethereum's crypto tests, also in the yellow paper's definition of CREATE.
    [Fact]
    public async Task The_value_of_a_creation_goes_to_the_address_that_follows_from_creator_and_nonce()
    {
        string row = $"{Hash(1)},0,10,0,0x6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0,,7,1438936285,1,21000,5\n";

        await _store.ImportTextAsync("transactions.csv", TransactionHeader + row);

        Assert.Equal(
            ["01CD234A471B72BA2F1CCF0A70FCABA648A5EECD8D"],
            await _store.QueryAsync("SELECT hex(recipient) FROM transfers WHERE kind = 1"));
    }

    [Fact]
    public async Task Traces_add_only_the_inner_calls_to_imported_transactions()
    {
        await _store.ImportTextAsync("transactions.csv", TransactionHeader + Transaction(1, 0xa, 0xb, "100"));

        var report = await _store.ImportTextAsync(
            "traces.csv", TraceHeader + Trace(1, "", 0xa, 0xb, "100") + Trace(1, "0", 0xb, 0xc, "60") + Trace(1, "1", 0xb, 0xd, "40"));

        Assert.Equal((2, 1), (report.Added, report.Known));
        Assert.Equal(["3|0A||105000|0", "1|0A|0B|100|0", "1|0B|0C|60|0", "1|0B|0D|40|0"], await _store.QueryAsync(MovesSql));
    }

    [Fact]
    public async Task Calls_run_as_the_caller_and_failed_calls_with_all_below_them_move_nothing()
    {
        var report = await _store.ImportTextAsync(
            "traces.csv",
            TraceHeader + Trace(1, "", 0xa, 0xb, "100") + Trace(1, "0", 0xb, 0xc, "50", call: "delegatecall")
            + Trace(1, "1", 0xb, 0xc, "50", status: "0") + Trace(1, "1,0", 0xc, 0xd, "50") + Trace(1, "1,0,3", 0xd, 0xe, "5")
            + Trace(1, "10", 0xb, 0xf, "30"));

        Assert.Equal(["1|0A|0B|100|0", "1|0B|0F|30|0"], await _store.QueryAsync(MovesSql));
        Assert.Equal([new("failed", 1), new("inside a failed call", 2), new("delegate call", 1)], report.Skipped);
        Assert.Equal(report.Rows, report.Moved + report.SkippedTotal);
    }

    [Fact]
    public async Task Rewards_of_two_blocks_to_one_miner_stay_two_and_have_no_sender()
    {
        static string Reward(int block) => $"{block},,,,{Account(0xa)},5000000000000000000,reward,,,,1\n";

        var report = await _store.ImportTextAsync("traces.csv", TraceHeader + Reward(10) + Reward(11));

        Assert.Equal(2, report.Added);
        Assert.Equal(["4||0A|5000000000000000000|0", "4||0A|5000000000000000000|0"], await _store.QueryAsync(MovesSql));
    }

    [Fact]
    public async Task A_self_destruct_without_addresses_is_skipped_with_its_reason()
    {
        var report = await _store.ImportTextAsync("traces.csv", TraceHeader + $"10,,0,,,,suicide,,0,,\n");

        Assert.Equal(new("self-destruct without addresses (geth)", 1), Assert.Single(report.Skipped));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Token_transfers_take_time_and_index_from_the_transactions_whichever_comes_first(bool tokensFirst)
    {
        var imports = new List<Func<Task>>
        {
            () => _store.ImportTextAsync("tokens.csv", TokenTransferHeader + Token(0xa, 0xb, "7", tx: 3, log: 9)),
            () => _store.ImportTextAsync("transactions.csv", TransactionHeader + Transaction(3, 0xa, 0xdac, "0", index: 4)),
        };
        if (!tokensFirst)
        {
            imports.Reverse();
        }

        foreach (var import in imports)
        {
            await import();
        }

        Assert.Equal(
            ["4|0|0|2015-08-07 08:31:25", "4|2|9|2015-08-07 08:31:25"],
            await _store.QueryAsync("SELECT tx_index, phase, idx, CAST(time AS VARCHAR) FROM transfers ORDER BY phase"));
    }

    [Fact]
    public async Task Equal_transfers_of_one_transaction_stay_as_many_as_there_are()
    {
        string rows = Token(0xa, 0xb, "7", log: 1) + Token(0xa, 0xb, "7", log: 5) + Token(0xa, 0xb, "7", log: 1);

        var report = await _store.ImportTextAsync("tokens.csv", TokenTransferHeader + rows);

        Assert.Equal((2, 1), (report.Added, report.Known));
        Assert.Equal(["1|0", "5|1"], await _store.QueryAsync("SELECT idx, occurrence FROM transfers ORDER BY idx"));
    }

    [Fact]
    public async Task A_file_that_overlaps_another_adds_only_what_is_new()
    {
        await _store.ImportTextAsync("a.csv", TokenTransferHeader + Token(1, 2, "5", tx: 1, block: 10) + Token(2, 3, "5", tx: 2, block: 11));

        var report = await _store.ImportTextAsync("b.csv", TokenTransferHeader + Token(2, 3, "5", tx: 2, block: 11) + Token(3, 4, "5", tx: 3, block: 12));

        Assert.Equal((1, 1), (report.Added, report.Known));
        Assert.Equal(3, (await _store.DumpAsync()).Count);
    }

    [Fact]
    public async Task An_amount_of_2_to_the_128_is_refused_and_the_rest_is_imported()
    {
        var report = await _store.ImportTextAsync(
            "tokens.csv",
            TokenTransferHeader + Token(1, 2, "340282366920938463463374607431768211455") + Token(1, 2, "340282366920938463463374607431768211456", log: 1)
            + Token(1, 2, new string('9', 78), log: 2));

        Assert.Equal((3, 1, 2, 1), (report.Rows, report.Moved, report.Refused, report.Added));
        Assert.Equal("340282366920938463463374607431768211456", report.Refusals[0].Amount);
        Assert.StartsWith("erc20:0x", report.Refusals[0].Asset, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amount_with_an_exponent_is_read_exactly_and_flagged()
    {
        var report = await _store.ImportTextAsync("tokens.csv", TokenTransferHeader + Token(1, 2, "1E+15") + Token(1, 2, "4.21814E+15", log: 1));

        Assert.Equal(2, report.Rounded);
        Assert.Equal(["1000000000000000|1", "4218140000000000|1"], await _store.QueryAsync("SELECT CAST(amount AS BIGINT), quality FROM transfers ORDER BY idx"));
    }

    [Fact]
    public async Task A_transfer_to_oneself_is_a_transfer()
    {
        var report = await _store.ImportTextAsync("tokens.csv", TokenTransferHeader + Token(1, 1, "5"));

        Assert.Equal(1, report.Added);
    }

    [Fact]
    public async Task Ten_thousand_transfers_of_one_block_keep_their_order()
    {
        string rows = string.Concat(Enumerable.Range(0, 10_000).Select(i => Token(i + 1, i + 2, "5", tx: i, log: i)));

        var report = await _store.ImportTextAsync("tokens.csv", TokenTransferHeader + rows);

        Assert.Equal(10_000, report.Added);
        Assert.Equal(["10000"], await _store.QueryAsync("SELECT count(DISTINCT idx) FROM transfers"));
    }

    [Fact]
    public async Task A_contract_written_with_its_checksum_is_the_token_in_lower_case()
    {
        string row = Token(1, 2, "5").Replace(Account(0xdac), "0xdAC17F958D2ee523a2206206994597C13D831ec7", StringComparison.Ordinal);

        await _store.ImportTextAsync("tokens.csv", TokenTransferHeader + row);

        Assert.Equal(["erc20:0xdac17f958d2ee523a2206206994597c13d831ec7"], await _store.QueryAsync("SELECT asset FROM transfers"));
    }
}
