using Spoor.Chains.Files.Losses;
using Spoor.Incidents.Losses;

namespace Spoor.Tests.Files.Losses;

public sealed class LossFileTests
{
    private const string Heads = "id,as_of,author,method,prices_known_by,scope,reason,omissions\nr1,2023-09-12,me,counted,2023-09-12,all,,one;two\nr2,2023-09-13,me,counted,2023-09-13,all,more,\n";

    private const string Columns = "estimate,row,chain,asset,amount,class,time,tx,index,from,to,stated_usd,source,note\n";

    private const string First = "r1,a,eip155:1,slip44:60,4947,theft,2023-09-12T13:20:59Z,,,,,,press,\n";

    [Fact]
    public void Estimates_rows_and_retractions_are_read()
    {
        var history = Read(First + "r2,a,eip155:1,slip44:60,,retracted,2023-09-12,,,,,,press,a misprint\nr2,b,kadena,KDA,,theft,2023-09-12,,,,,1100000,press,\n");

        Assert.Equal(["r1", "r2"], history.Estimates.Select(estimate => estimate.Id));
        Assert.Equal(["one", "two"], history.Estimates[0].Omissions);
        Assert.Equal(("4947", LossClass.Theft), (history.Estimates[0].Rows[0].Amount?.ToString(), history.Estimates[0].Rows[0].Class));
        Assert.Equal(new LossRetraction("a", "press", "a misprint"), Assert.Single(history.Estimates[1].Retractions));
        Assert.Equal((null, 1_100_000), (history.Estimates[1].Rows[0].Amount, history.Estimates[1].Rows[0].StatedUsd));
    }

    [Theory]
    [InlineData("r2,b,kadena,KDA,,theft,2023-09-12,,,,,,press,", "losses.csv, line 2, column row: expected the row again in estimate r2, or a retraction of it there, found 'a'.")]
    [InlineData("r2,a,eip155:1,slip44:61,1,theft,2023-09-12,,,,,,press,", "losses.csv, line 3, column row: expected the asset eip155:1/slip44:60 as in estimate r1; retract the row and add another, found 'a'.")]
    [InlineData("r2,a,eip155:1,slip44:60,-1,theft,2023-09-12,,,,,,press,", "losses.csv, line 3, column amount: expected whole coins such as 11676 or 0.25, or nothing where it was not published, found '-1'.")]
    [InlineData("r2,a,eip155:1,slip44:60,1,theft,2023-09-12,,,,0xf54635836862aAD6e255E9B4fE49275fA5047E5D,,press,", "losses.csv, line 3, column to: expected an address of eip155:1, found '0xf54635836862aAD6e255E9B4fE49275fA5047E5D'.")]
    [InlineData("r2,a,eip155:1,slip44:60,1,stolen,2023-09-12,,,,,,press,", "losses.csv, line 3, column class: expected one of theft, suspect, internal_rescue, internal_shuffle, change, refund, attacker_gas, swap, bridge, frozen, seized, returned, bounty, retracted, found 'stolen'.")]
    [InlineData("r2,a,eip155:1,slip44:60,1,theft,yesterday,,,,,,press,", "losses.csv, line 3, column time: expected a time such as 2023-09-12T13:20:59Z, 2023-09-12T13:20Z or 2023-09-12, found 'yesterday'.")]
    [InlineData("r3,a,eip155:1,slip44:60,1,theft,2023-09-12,,,,,,press,", "losses.csv, line 3, column estimate: expected an estimate of estimates.csv, found 'r3'.")]
    [InlineData("r2,a,eip155:1,slip44:60,1,theft,2023-09-12,,,,,,hearsay,", "losses.csv, line 3, column source: expected keys of the incident's sources, separated by semicolons, found 'hearsay'.")]
    [InlineData("r2,a,eip155:1,slip44:60,1,retracted,2023-09-12,,,,,,press,no", "losses.csv, line 3, column amount: expected no amount in a retraction, found '1'.")]
    [InlineData("r1,a,eip155:1,slip44:60,1,theft,2023-09-12,,,,,,press,", "losses.csv, line 3, column row: expected a name that no other row of the estimate has, found 'a'.")]
    public void A_fault_is_told_with_its_place(string row, string message)
    {
        var failure = Assert.Throws<FormatException>(() => Read($"{First}{row}\n"));

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public void Two_estimates_of_one_name_are_refused()
    {
        var failure = Assert.Throws<FormatException>(() => LossFile.Read(
            new StringReader(Heads.Replace("r2,", "r1,", StringComparison.Ordinal)), new StringReader(Columns), new HashSet<string>()));

        Assert.Equal("estimates.csv, line 3, column id: expected a name that no other estimate has, found 'r1'.", failure.Message);
    }

    [Fact]
    public void Balances_are_read_and_an_asset_stands_once()
    {
        const string Row = "eip155:1/slip44:60,100,5,5,40\n";

        Assert.Equal((UInt128)60, Assert.Single(Balances(Row)).Drop.Units);
        Assert.Throws<FormatException>(() => Balances(Row + Row));
        Assert.Throws<FormatException>(() => Balances("eip155:1/slip44:60,1.5,5,5,40\n"));

        static IReadOnlyList<Spoor.Incidents.Losses.Guards.BalanceReconciliation> Balances(string rows) =>
            BalanceFile.Read("balances.csv", new StringReader("asset,start,inflow,outflow,end\n" + rows));
    }

    private static LossHistory Read(string rows) =>
        LossFile.Read(new StringReader(Heads), new StringReader(Columns + rows), new HashSet<string> { "press" });
}
