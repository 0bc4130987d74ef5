using static Spoor.Tests.Files.Rows;

namespace Spoor.Tests.Files;

/// <summary>Log indexes run over a whole block, so they order transactions whose index no file states.</summary>
public sealed class LogOrderTests : IDisposable
{
    private const string LogsSql = "SELECT idx, tx_index FROM transfers WHERE phase = 2 ORDER BY tx_index, phase, idx";

    private static readonly string[] Files =
    [
        TokenTransferHeader + Token(0xa, 0xb, "7", tx: 21, log: 10, block: 100) + Token(0xb, 0xc, "7", tx: 22, log: 20, block: 100)
            + Token(0xc, 0xd, "7", tx: 23, log: 30, block: 100) + Token(0xd, 0xe, "7", tx: 24, log: 40, block: 100),
        TransactionHeader + Transaction(21, 0xa, 0xdac, "0", index: 3, block: 100),
        TransactionHeader + Transaction(23, 0xc, 0xdac, "0", index: 8, block: 100),
    ];

    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task A_forward_stays_behind_its_deposit_when_only_the_index_of_the_deposit_is_stated(int first, int second)
    {
        await ImportAsync(first, second);

        Assert.Equal(["10|3", "20|3", "30|3", "40|3"], await _store.QueryAsync(LogsSql));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public async Task Indexes_that_are_stated_here_and_there_leave_one_order_whichever_file_comes_first(int first, int second, int third)
    {
        await ImportAsync(first, second, third, 0);

        Assert.Equal(["10|3", "20|3", "30|8", "40|8"], await _store.QueryAsync(LogsSql));
    }

    [Fact]
    public async Task Stated_indexes_stand_even_where_places_are_counted_anew_in_each_transaction()
    {
        string rows = string.Concat(new[] { (Tx: 1, Index: 5, TxIndex: 0), (Tx: 2, Index: 5, TxIndex: 1), (Tx: 3, Index: 0, TxIndex: 2) }.Select(place =>
            Own("eip155:1", 100, place.Tx, "token", Account(1), Account(2), "erc20:" + Account(9), "5", place.Index)
                .Replace($",0,{place.Index}\n", $",{place.TxIndex},{place.Index}\n", StringComparison.Ordinal)));

        await _store.ImportTextAsync("own.csv", SpoorHeader + rows);
        await ImportAsync(1);

        Assert.Equal(["5|0", "5|1", "0|2"], await _store.QueryAsync(LogsSql));
    }

    private async Task ImportAsync(params int[] files)
    {
        foreach (int file in files)
        {
            await _store.ImportTextAsync($"{file}.csv", Files[file]);
        }
    }
}
