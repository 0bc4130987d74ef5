using static Spoor.Tests.Files.Rows;

namespace Spoor.Tests.Files;

/// <summary>A list that drops digits and one that does not speak of the same value.</summary>
public sealed class RoundedTwinTests : IDisposable
{
    private const string MovesSql = "SELECT kind, CAST(amount AS BIGINT), quality FROM transfers ORDER BY kind, amount";

    private readonly ImportedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("1.23E+15", "1234567890123456")]
    [InlineData("1234567890123456", "1.23E+15")]
    public async Task The_value_of_a_transaction_counts_once_and_exactly_whichever_listing_comes_first(string first, string second)
    {
        await _store.ImportTextAsync("first.csv", TransactionHeader + Transaction(1, 0xa, 0xb, first));

        var report = await _store.ImportTextAsync("second.csv", TransactionHeader + Transaction(1, 0xa, 0xb, second));

        Assert.Equal((0, 2), (report.Added, report.Known));
        Assert.Equal(["1|1234567890123456|0", "3|105000|0"], await _store.QueryAsync(MovesSql));
    }

    [Fact]
    public async Task Two_exact_values_and_tokens_of_other_amounts_stay_apart()
    {
        await _store.ImportTextAsync("first.csv", TransactionHeader + Transaction(1, 0xa, 0xb, "100"));
        await _store.ImportTextAsync("second.csv", TransactionHeader + Transaction(1, 0xa, 0xb, "101"));
        await _store.ImportTextAsync("tokens.csv", TokenTransferHeader + Token(1, 2, "1.23E+15"));
        await _store.ImportTextAsync("more.csv", TokenTransferHeader + Token(1, 2, "1234567890123456", log: 1));

        Assert.Equal(
            ["1|100|0", "1|101|0", "2|1230000000000000|1", "2|1234567890123456|0", "3|105000|0"], await _store.QueryAsync(MovesSql));
    }
}
