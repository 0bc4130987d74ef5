using Spoor.Chains.Files.Watches;
using Spoor.Transfers;

namespace Spoor.Tests.Files.Watches;

public sealed class WithdrawalLogTests
{
    private const string Log = """
        id,owner,ordered,chain,asset,amount,units,to,tx
        w-1,Desk,2026-03-01T08:00:00Z,ethereum,ETH,1.5,,0xf54635836862aAD6e255E9B4FE49275fA5047E5d,0xb6a07c2c591e43abc63add833aaf4d6ab47e66f05cf6b49a9dda7c2317b2d61c
        w-2,Desk,2026-03-01T08:00:01.25Z,eip155:1,0xdAC17F958D2ee523a2206206994597C13D831ec7,250.000001,,0xD782E53A49D564F5fce4bA99555DD25d16d02a75,
        w-3,Desk,2026-03-01T08:01Z,eip155:1,0x000000000000000000000000000000000000dEaD,,17,0xD782E53A49D564F5fce4bA99555DD25d16d02a75,
        w-4,Desk,2026-03-01T08:02:00Z,bitcoin,BTC,0.00000001,,16TseLu7FkyN6ozm9Kf37xESaQq6LgNtXL,

        """;

    [Fact]
    public void Every_row_arrives_as_it_was_ordered()
    {
        var check = Check(Log);

        Assert.Empty(check.Faults);
        Assert.Equal(["w-1", "w-2", "w-3", "w-4"], check.Withdrawals.Select(row => row.Id));
        Assert.Equal(["1500000000000000000", "250000001", "17", "1"], check.Withdrawals.Select(row => $"{row.Amount}"));
        Assert.Equal("eip155:1/erc20:0xdac17f958d2ee523a2206206994597c13d831ec7", $"{check.Withdrawals[1].Asset}");
        Assert.Equal(new(2026, 3, 1, 8, 0, 1, 250, TimeSpan.Zero), check.Withdrawals[1].Ordered);
        Assert.Equal(AddressText.Parse(ChainId.Parse("eip155:1"), "0xf54635836862aAD6e255E9B4FE49275fA5047E5d"), check.Withdrawals[0].To);
        Assert.NotNull(check.Withdrawals[0].Tx);
        Assert.Null(check.Withdrawals[1].Tx);
    }

    [Theory]
    [InlineData("w-2,", "w-1,", 3, "column id: expected an id that stands in no line above (line 2 has it)")]
    [InlineData("w-2,Desk", "w-2,", 3, "column owner: expected a value")]
    [InlineData("2026-03-01T08:00:00Z", "2026-03-01 08:00", 2, "column ordered: expected a time in UTC")]
    [InlineData("bitcoin", "bitcion", 5, "column chain: expected a chain")]
    [InlineData("16TseLu7FkyN6ozm9Kf37xESaQq6LgNtXL", "16TseLu7FkyN6ozm9Kf37xESaQq6LgNtXM", 5, "column to: expected an address of Bitcoin")]
    [InlineData(",ETH,", ",EHT,", 2, "column asset: expected a symbol")]
    [InlineData(",1.5,", ",1.5 ETH,", 2, "column amount: expected a number above 0")]
    [InlineData(",1.5,", ",0,", 2, "column amount: expected a number above 0")]
    [InlineData(",1.5,,", ",1.5,1,", 2, "column units: expected either an amount in whole coins or units")]
    [InlineData(",,17,", ",17,,", 4, "column amount: expected a number above 0")]
    [InlineData(",0xb6a0", ",0xb6", 2, "column tx: expected the hash")]
    [InlineData("ordered", "orderd", 1, "did you mean 'ordered'?")]
    public void A_planted_fault_is_named_with_its_line_and_column(string right, string wrong, long line, string message)
    {
        string planted = Log.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Log, planted);

        var check = Check(planted);

        Assert.Empty(check.Withdrawals);
        Assert.True(check.Faults.Any(fault => fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal)), string.Join('\n', check.Faults));
    }

    [Fact]
    public void An_owner_who_is_not_watched_is_named_with_its_line()
    {
        var check = WithdrawalLog.Check("withdrawals.csv", new StringReader(Log), null, new([new() { Name = "Somebody else", Wallets = [] }]));

        Assert.Empty(check.Withdrawals);
        Assert.Equal(2, check.Faults[0].Line);
        Assert.Contains("an owner who is watched (Somebody else)", check.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_read_whole_or_not_at_all()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("spoor-").FullName, "withdrawals.csv");
        File.WriteAllText(path, Log);
        Assert.Equal(4, WithdrawalLog.Read(path).Count);

        File.WriteAllText(path, Log.Replace("w-2,", "w-1,", StringComparison.Ordinal).Replace("bitcoin", "bitcion", StringComparison.Ordinal));
        Assert.Contains("withdrawals.csv, line 3", Assert.Throws<FormatException>(() => WithdrawalLog.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_log_has_no_withdrawals_and_no_faults() =>
        Assert.Empty(Check("id,owner,ordered,chain,asset,amount,to,tx\n").Faults);

    private static WithdrawalCheck Check(string csv) => WithdrawalLog.Check("withdrawals.csv", new StringReader(csv));
}
