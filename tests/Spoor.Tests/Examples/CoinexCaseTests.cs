using System.Globalization;
using Spoor.Incidents;
using Spoor.Transfers;

namespace Spoor.Tests.Examples;

public sealed class CoinexCaseTests
{
    private static readonly CoinexCase Case = CoinexCase.Read();

    private static readonly string[] Qualities = ["exact", "rounded"];

    [Fact]
    public void The_time_line_begins_with_the_first_theft_and_every_figure_is_of_the_same_month()
    {
        var others = Case.Totals.Select(row => row["as_of"])
            .Concat(Case.Transfers.Select(row => row["time"]))
            .Concat(Case.Facts.LossStatements.Concat(Case.Facts.Rescue!.Statements).Select(said => said.When.ToString()!));

        Assert.Equal(Case.Facts.Started, Case.Facts.Timeline[0].When);
        Assert.All(others, text => Assert.Equal((2023, 9), (StatedTime.Parse(text).Start.Year, StatedTime.Parse(text).Start.Month)));
    }

    [Fact]
    public void The_first_theft_falls_on_a_slot_of_Ethereum()
    {
        // Slots are 12 seconds long and start at 2020-12-01T12:00:23Z; every block since the Merge carries the time of one.
        long seconds = Case.Facts.Started.Start.ToUnixTimeSeconds() - 1_606_824_023;

        Assert.Equal(0, seconds % 12);
    }

    [Fact]
    public void No_row_claims_a_transaction_without_a_hash() =>
        Assert.All(Case.Transfers, row =>
        {
            Assert.True(TxHash.TryParse(row["tx"], out _), row.Place);
            Assert.Contains(row["quality"], Qualities);
            Assert.Equal(ChainId.Parse(row["chain"]), AssetId.Parse(row["asset"]).Chain);
            Assert.False(Amount.Parse(row["amount"]).IsZero);
        });

    [Fact]
    public void Chains_are_CAIP_2_or_one_of_the_plain_names_in_the_readme()
    {
        string[] plain = ["aptos", "harmony", "kadena", "ton", "vechain", "xdag", "zilliqa"];

        Assert.Empty(Case.Wallets.Concat(Case.Totals).Concat(Case.Transfers)
            .Where(row => !plain.Contains(row["chain"]) && !ChainId.TryParse(row["chain"], out _))
            .Select(row => row.Place));
    }

    [Fact]
    public void An_address_of_a_transfer_is_a_wallet_of_the_case()
    {
        var wallets = Case.Wallets.Select(row => (row["chain"], row["address"])).ToHashSet();
        var used = Case.Transfers.SelectMany(row => new[] { (row["chain"], row["from"]), (row["chain"], row["to"]) })
            .Where(use => use.Item2 is not ("" or "unknown"));

        Assert.DoesNotContain(used, use => !wallets.Contains(use));
    }

    [Theory]
    [InlineData("rekt-by-address", 54_280_000)]
    [InlineData("cyvers-by-chain", 26_911_000)]
    [InlineData("peckshield-31-by-chain", 30_795_000)]
    [InlineData("peckshield-43-by-chain", 43_195_000)]
    [InlineData("rescue", 72_000_000)]
    [InlineData("rescue-later", 89_000_000)]
    public void The_rows_of_a_statement_add_up_to_what_was_said(string statement, long usd)
    {
        long sum = Case.Totals.Where(row => row["statement"] == statement).Sum(row => long.Parse(row["usd"], CultureInfo.InvariantCulture));

        Assert.Equal(usd, sum);
        var said = Case.Facts.LossStatements.Concat(Case.Facts.Rescue!.Statements).Select(one => one.Usd);
        Assert.Contains(said, figure => Math.Abs(figure - usd) <= 250_000);
    }

    [Fact]
    public void The_three_rows_of_ether_moved_on_make_the_11376_that_Cyvers_counted()
    {
        var moved = Case.Totals.Where(row => row["statement"] == "moved-on");

        Assert.Equal(11_376, moved.Sum(row => long.Parse(row["amount"], CultureInfo.InvariantCulture)));
    }
}
