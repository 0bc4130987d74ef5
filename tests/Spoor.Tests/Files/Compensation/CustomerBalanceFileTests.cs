using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Compensation;
using Spoor.Response.Compensation;

namespace Spoor.Tests.Files.Compensation;

public sealed class CustomerBalanceFileTests
{
    private static readonly IReadOnlyList<(string Code, int Decimals)> Assets = [("ETH", 18), ("BTC", 8)];

    [Theory]
    [InlineData("customer,asset,amount\nu-1,ETH,1.5\nu-2,BTC,0.00000001\nu-1,BTC,2\n")]
    [InlineData("customer,asset,amount\r\nu-1,ETH,1.500\r\nu-2,BTC,0.000000010\r\n\r\nu-1,BTC,2\r\n")]
    [InlineData("\uFEFFcustomer,asset,amount\n\"u-1\", ETH ,1.5\nu-2,BTC,0.00000001\nu-1,BTC,02.0")]
    [InlineData("customer,BTC,ETH\nu-1,2,1.5\nu-2,0.00000001,0\n")]
    public void A_line_each_or_a_column_each_is_the_same(string text)
    {
        var (balances, sha256) = Read(text);

        Assert.Equal(["u-1", "u-2"], balances.Customers);
        Assert.Equal([1_500_000_000_000_000_000, 0], balances.Column(0).ToArray().Select(units => (long)units));
        Assert.Equal([200_000_000, 1], balances.Column(1).ToArray().Select(units => (long)units));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), sha256);
    }

    [Theory]
    [InlineData("", "balances.csv, line 1, column customer: expected the columns customer,asset,amount")]
    [InlineData("name,asset,amount\n", "line 1, column customer: expected the columns")]
    [InlineData("customer,asset,amount\n", "balances.csv, line 2: expected the balance of a customer, found none")]
    [InlineData("customer,DOGE\nu,1\n", "line 1, column asset: expected one of the assets of the losses (give an asset of which nothing was lost a loss of 0), found 'DOGE'")]
    [InlineData("customer,ETH,ETH\nu,1,1\n", "line 1: expected each asset in one column")]
    [InlineData("customer,asset,amount\nu-1,ETH,1\nu-1,ETH,1\n", "line 3, column ETH: expected one line for each customer and asset, found the second")]
    [InlineData("customer,asset,amount\nu-1,ETH,-1\n", "line 2, column ETH: expected whole coins such as 1.5, 0 at least")]
    [InlineData("customer,asset,amount\nu-1,ETH,1e3\n", "found '1e3'")]
    [InlineData("customer,asset,amount\nu-1,ETH,1.\n", "found '1.'")]
    [InlineData("customer,asset,amount\nu-1,ETH,.5\n", "found '.5'")]
    [InlineData("customer,asset,amount\nu-1,ETH,\n", "found ''")]
    [InlineData("customer,asset,amount\nu-1,ETH\n", "found ''")]
    [InlineData("customer,asset,amount\nu-1\n", "column asset: expected one of the assets")]
    [InlineData("customer,asset,amount\nu-1,ETH,1,9\n", "expected no more cells than the header has, found '9'")]
    [InlineData("customer,asset,amount\nu-1,BTC,0.000000001\n", "with at most 8 digits behind the point")]
    [InlineData("customer,asset,amount\nu-1,ETH,340282366920938463463.374607431768211456\n", "below 2^128 units")]
    [InlineData("customer,asset,amount\nu-1,ETH,340282366920938463463.374607431768211455\nu-2,ETH,0.000000000000000001\n", "line 3, column ETH: expected balances that sum to less than 2^128 units")]
    [InlineData("customer,asset,amount\n=HYPERLINK(),ETH,1\n", "column customer: expected a pseudonym of")]
    [InlineData("customer,asset,amount\n\u202Eu,ETH,1\n", "column customer: expected a pseudonym of")]
    [InlineData("customer,asset,amount\n\"u,1\",ETH,1\n", "column customer: expected a pseudonym of")]
    [InlineData("customer,asset,amount\n,ETH,1\n", "column customer: expected a pseudonym of")]
    public void What_is_wrong_is_told_with_line_and_column(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_without_an_end_does_not_fill_the_memory() => Assert.Contains(
        "balances.csv, line 2: expected at most",
        Assert.Throws<FormatException>(() => Read("customer,asset,amount\n" + new string('x', 5_000_000))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Lines_across_the_pieces_in_which_a_file_is_read_are_whole()
    {
        string text = "customer,asset,amount\n" + string.Concat(Enumerable.Range(0, 200_000).Select(number => $"u-{number},ETH,{number}\n"));

        var (balances, _) = Read(text);

        Assert.Equal(200_000, balances.Customers.Count);
        Assert.Equal((UInt128)199_999 * 100_000 * 1_000_000_000_000_000_000, balances.Totals[0].Units);
    }

    [Fact]
    public void The_table_of_pledges_is_read_back_as_it_was_written_and_not_when_it_was_changed() => Gen.ULong.Array[3].Array[1, 9].Sample(rows =>
    {
        UInt128[][] columns = [.. Enumerable.Range(0, 2).Select(asset => rows.Select(row => (UInt128)row[asset] << (int)(row[2] % 60)).ToArray())];
        var pledges = new PledgeTable([.. rows.Select((_, number) => $"u-{number}")], Assets, columns);
        using var output = new MemoryStream();
        string sha256 = PledgeFile.Write(pledges, output);
        byte[] bytes = output.ToArray();

        var read = PledgeFile.Read("pledges.csv", new MemoryStream(bytes), Assets, sha256);
        bytes[^2] = bytes[^2] == '0' ? (byte)'1' : (byte)'0';

        Assert.Equal(pledges.Assets, read.Assets);
        Assert.Equal(pledges.Customers, read.Customers);
        Assert.Throws<FormatException>(() => PledgeFile.Read("pledges.csv", new MemoryStream(bytes), Assets, sha256));
    });

    [Theory]
    [InlineData("asset,decimals,loss\nETH,18,1\nETH,18,1\n", "losses.csv, line 3, column asset: expected an asset that stands in no line above")]
    [InlineData("asset,decimals,loss\nETH,39,1\n", "column decimals: expected a whole number from 0 to 38")]
    [InlineData("asset,decimals,loss\nETH,2,1.234\n", "column loss: expected whole coins with at most 2 digits")]
    [InlineData("asset,decimals,loss,price_usd\nETH,2,1,-3\n", "column price_usd: expected US dollars")]
    [InlineData("asset,decimals,loss\n", "losses.csv: expected 1 to 10000 assets, found 0")]
    public void Losses_that_are_wrong_are_told_with_line_and_column(string text, string message) => Assert.Contains(
        message,
        Assert.Throws<FormatException>(() => LostAssetFile.Read(InputFile.Read("losses.csv", new MemoryStream(Encoding.UTF8.GetBytes(text))), inUnits: false)).Message,
        StringComparison.Ordinal);

    private static (BalanceTable Balances, string Sha256) Read(string text) =>
        CustomerBalanceFile.Read("balances.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), Assets, inUnits: false);
}
