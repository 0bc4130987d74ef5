using Spoor.Storage.DuckDb.Import;
using static Spoor.Tests.Files.Rows;

namespace Spoor.Tests.Files;

public sealed class BitcoinEtlTests : IDisposable
{
    // The first coins and where they went first: block 0's address, and P2PKH of an all-zero hash (vectors of BIP-13 tools).
    private const string Satoshi = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

    private const string MovesSql =
        "SELECT kind, hex(sender), hex(recipient), CAST(amount AS BIGINT), quality, right(hex(output_tx), 2), output_index FROM transfers ORDER BY block, tx_index, phase, idx";

    private const string SatoshiHash = "0262E907B15CBF27D5425399EBF6F0FB50EBB88F18";

    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Inputs_that_were_not_enriched_are_filled_from_outputs_in_the_same_file()
    {
        var report = await _store.ImportTextAsync("t.json", Coinbase() + Spend(value: null));

        Assert.Equal((2, 2, 3), (report.Rows, report.Moved, report.Added));
        Assert.Equal(
            [$"6||{SatoshiHash}|5000|0|01|0", $"5|{SatoshiHash}||5000|0|01|0", "6|||4990|0|02|0"], await _store.QueryAsync(MovesSql));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Inputs_that_were_not_enriched_are_filled_from_the_store_whichever_comes_first(bool spendFirst)
    {
        foreach (string content in spendFirst ? new[] { Spend(null), Coinbase() } : [Coinbase(), Spend(null)])
        {
            await _store.ImportTextAsync("t.json", content);
        }

        Assert.Contains($"5|{SatoshiHash}||5000|0|01|0", await _store.QueryAsync(MovesSql));
    }

    [Fact]
    public async Task An_input_of_an_unseen_output_has_an_unknown_amount_until_it_is_stated()
    {
        await _store.ImportTextAsync("t.json", Spend(null));
        var open = await _store.QueryAsync(MovesSql);
        var report = await _store.ImportTextAsync("enriched.json", Spend(5000));

        Assert.Equal("5|||0|2|01|0", open[0]);
        Assert.Equal((0, 2), (report.Added, report.Known));
        Assert.Equal($"5|{SatoshiHash}||5000|0|01|0", (await _store.QueryAsync(MovesSql))[0]);
    }

    [Fact]
    public async Task An_address_with_a_wrong_checksum_is_a_fault_in_its_column()
    {
        string row = Coinbase().Replace("DivfNa", "DivfNb", StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("t.json", Coinbase() + row));

        Assert.Equal((2L, "outputs"), (refusal.Faults[0].Line, refusal.Faults[0].Column));
    }

    [Fact]
    public async Task A_list_that_is_no_list_is_a_fault_in_its_column()
    {
        string row = Coinbase().Replace("\"inputs\": []", "\"inputs\": 7", StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("t.json", row));

        Assert.Equal("inputs", refusal.Faults[0].Column);
    }

    private static string Coinbase() => $$"""
        {"hash": "{{Hash(1)[2..]}}", "block_number": 0, "block_timestamp": 1231006505, "is_coinbase": true, "index": 0, "inputs": [], "outputs": [{"index": 0, "type": "pubkey", "addresses": ["{{Satoshi}}"], "value": 5000}]}

        """;

    private static string Spend(long? value) => $$"""
        {"hash": "{{Hash(2)[2..]}}", "block_number": 1, "block_timestamp": 1231469665, "index": 0, "inputs": [{"index": 0, "spent_transaction_hash": "{{Hash(1)[2..]}}", "spent_output_index": 0, "type": {{(value is null ? "null" : "\"pubkey\"")}}, "addresses": {{(value is null ? "[]" : $"[\"{Satoshi}\"]")}}, "value": {{value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}}], "outputs": [{"index": 0, "type": "nonstandard", "addresses": ["nonstandard00"], "value": 4990}]}

        """;
}
