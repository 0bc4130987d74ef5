using System.Globalization;
using System.Text.Json;
using Spoor.Chains.Bitcoin;
using Spoor.Tests.Files;
using Spoor.Transfers;

namespace Spoor.Tests.Nodes.Bitcoin;

/// <summary>Recorded answers of Bitcoin Core and zcashd against the rows bitcoin-etl makes of them (blockchain-etl/bitcoin-etl, MIT).</summary>
public sealed class BitcoinEtlFixtureTests
{
    private const string Folder = "chain_fixtures/bitcoin_etl";

    public static TheoryData<string> Cases() =>
        ["bitcoin/block_0", "bitcoin/block_1", "bitcoin/block_with_transactions", "bitcoin/block_without_transactions", "zcash/block_0", "zcash/block_with_shielded_addresses", "zcash/block_with_value_balance"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_expected_block_and_row_is_found_and_no_other(string name)
    {
        var blocks = Decode(name);
        var chain = ChainOf(name);

        Assert.Equal(
            Rows(name, "expected_blocks.json").Select(row => $"{row.GetProperty("number")} {row.GetProperty("hash")} {row.GetProperty("timestamp")}"),
            blocks.Select(block => $"{block.Height} {block.Hash} {block.Time.ToUnixTimeSeconds()}"));
        Assert.Equal(
            Rows(name, "expected_transactions.json").SelectMany(Expected).Order(StringComparer.Ordinal),
            blocks.SelectMany(block => block.Transfers).Select(transfer => Found(chain, transfer)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_block_from_a_node_is_in_the_store_what_it_is_from_a_file(string name)
    {
        using var imported = new ImportedStore();
        using var read = new ImportedStore();
        await imported.ImportAsync(SharedData.File($"{Folder}/{name}/expected_transactions.json"), "bitcoin-etl-transactions", ChainOf(name).Id);
        foreach (var block in Decode(name))
        {
            await read.Store.AppendAsync(block, Cancellation);
        }

        var found = await read.DumpAsync();
        Assert.Equal(name != "zcash/block_0", found.Count > 0);
        Assert.Equal(await imported.DumpAsync(), found);
    }

    [Fact]
    public void What_is_hidden_in_pools_is_a_gap_of_the_block()
    {
        Assert.Equal(BlockGaps.SpentOutputs | BlockGaps.ShieldedMoves, Assert.Single(Decode("zcash/block_with_shielded_addresses")).Gaps);
        Assert.Equal(BlockGaps.None, Assert.Single(Decode("zcash/block_0")).Gaps);
        Assert.Equal(BlockGaps.None, Assert.Single(Decode("bitcoin/block_1")).Gaps);
    }

    private static List<Block> Decode(string name) =>
    [
        .. Directory.GetFiles(SharedData.File($"{Folder}/{name}"), "rpc_response_getblock_*_2.json")
            .Select(file => BitcoinDecoder.Decode(new() { Block = File.ReadAllBytes(file) }, ChainOf(name)))
            .OrderBy(block => block.Height),
    ];

    private static Chain ChainOf(string name) => ChainRegistry.Find(name[..name.IndexOf('/', StringComparison.Ordinal)]);

    private static IEnumerable<JsonElement> Rows(string name, string file) =>
        File.ReadLines(SharedData.File($"{Folder}/{name}/{file}")).Select(line => JsonDocument.Parse(line).RootElement);

    // bitcoin-etl lists what comes out of a shielded pool as an input without an output it spends, and outputs of nothing; neither moves.
    private static IEnumerable<string> Expected(JsonElement row)
    {
        string tx = row.GetProperty("hash").GetString()!;
        string place = $"{row.GetProperty("block_number")}:{row.GetProperty("index")}";
        var inputs = row.GetProperty("inputs").EnumerateArray().Where(input => input.GetProperty("spent_transaction_hash").ValueKind == JsonValueKind.String)
            .Select(input => $"{place} UtxoIn {input.GetProperty("index")} {tx} {input.GetProperty("spent_transaction_hash")}:{input.GetProperty("spent_output_index")}");
        var outputs = row.GetProperty("outputs").EnumerateArray().Where(output => output.GetProperty("value").GetInt64() > 0)
            .Select(output => $"{place} UtxoOut {output.GetProperty("index")} {tx} {string.Join(',', output.GetProperty("addresses").EnumerateArray())} {output.GetProperty("value")}");
        return inputs.Concat(outputs);
    }

    private static string Found(Chain chain, Transfer transfer)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{transfer.Position.Block}:{transfer.Position.Transaction} {transfer.Kind} {transfer.Position.Index} {transfer.Tx}");
        return transfer.Kind == TransferKind.UtxoIn
            ? $"{place} {transfer.Output}"
            : $"{place} {(transfer.To is { } to ? chain.Addresses.Render(to) : "")} {transfer.Amount}";
    }
}
