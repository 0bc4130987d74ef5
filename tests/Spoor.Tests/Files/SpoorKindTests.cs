using Spoor.Storage.DuckDb.Import;
using static Spoor.Tests.Files.Rows;

namespace Spoor.Tests.Files;

/// <summary>In Spoor's own CSV outputs belong to UTXO chains and accounts to the others.</summary>
public sealed class SpoorKindTests : IDisposable
{
    private const string Bitcoin = "bip122:000000000019d6689c085ae165831e93";

    private const string Genesis = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

    private const string Header = "chain,block,time,tx,kind,from,to,asset,amount,output_tx,output_index\n";

    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("utxo-out", true, false, "output_index")]
    [InlineData("utxo-out", false, true, "output_tx")]
    [InlineData("utxo-in", false, false, "output_tx")]
    [InlineData("native", false, false, "kind")]
    [InlineData("fee", false, false, "kind")]
    public async Task A_row_of_a_utxo_chain_is_an_input_or_output_and_names_it(string kind, bool hasTx, bool hasIndex, string column)
    {
        string from = kind == "utxo-out" ? "" : Genesis;
        string to = kind is "utxo-in" or "fee" ? "" : Genesis;
        await RefusesAsync(Row(Bitcoin, kind, from, to, hasTx ? Hash(1) : "", hasIndex ? "0" : ""), column);
    }

    [Theory]
    [InlineData("native", true, true, "output_tx")]
    [InlineData("native", false, true, "output_index")]
    [InlineData("utxo-out", true, true, "kind")]
    public async Task A_row_of_an_account_chain_names_no_output(string kind, bool hasTx, bool hasIndex, string column)
    {
        string from = kind == "native" ? Account(1) : "";
        await RefusesAsync(Row("eip155:1", kind, from, Account(2), hasTx ? Hash(1) : "", hasIndex ? "0" : ""), column);
    }

    [Fact]
    public async Task A_file_without_the_columns_of_outputs_holds_no_utxo_rows()
    {
        string row = Own(Bitcoin, 10, 3, "utxo-out", "", Genesis, "slip44:0", "5000000000");

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("own.csv", SpoorHeader + row));

        Assert.Equal((2, "output_tx"), (refusal.Faults[0].Line, refusal.Faults[0].Column));
    }

    private static string Row(string chain, string kind, string from, string to, string tx, string index) =>
        $"{chain},10,2023-09-12 13:05:11,{Hash(1)},{kind},{from},{to},slip44:0,5,{tx},{index}\n";

    private async Task RefusesAsync(string row, string column)
    {
        string good = Row(Bitcoin, "utxo-out", "", Genesis, Hash(1), "0") + Row("eip155:1", "native", Account(1), Account(2), "", "");

        var refusal = await Assert.ThrowsAsync<BadRowsException>(() => _store.ImportTextAsync("own.csv", Header + good + row));

        var fault = Assert.Single(refusal.Faults);
        Assert.Equal((4, column), (fault.Line, fault.Column));
    }
}
