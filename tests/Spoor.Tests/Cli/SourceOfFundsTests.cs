using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Spoor.Tests.Cli;

/// <summary>Where did this deposit come from: the sources at the beginning are named, and account for every unit.</summary>
public sealed class SourceOfFundsTests
{
    // 10 newly issued, 20 from an exchange and 30 that were there before the data begin are paid in as one deposit of 60.
    private const string Transfers = """
        chain,block,tx_index,index,time,tx,kind,from,to,asset,amount
        eip155:1,100,0,0,2023-09-12 13:20:59,0000000000000000000000000000000000000000000000000000000000000001,issue,,0x00000000000000000000000000000000000000a1,slip44:60,10000000000000000000
        eip155:1,101,0,0,2023-09-12 13:21:11,0000000000000000000000000000000000000000000000000000000000000002,native,0x00000000000000000000000000000000000000e1,0x00000000000000000000000000000000000000a1,slip44:60,20000000000000000000
        eip155:1,102,0,0,2023-09-12 13:21:23,0000000000000000000000000000000000000000000000000000000000000003,native,0x00000000000000000000000000000000000000c1,0x00000000000000000000000000000000000000a1,slip44:60,30000000000000000000
        eip155:1,103,0,0,2023-09-12 13:21:35,0000000000000000000000000000000000000000000000000000000000000004,native,0x00000000000000000000000000000000000000a1,0x00000000000000000000000000000000000000d1,slip44:60,60000000000000000000
        """;

    private const string Labels = """
        address,name,category
        0x00000000000000000000000000000000000000e1,Fence & Sons,exchange
        0x00000000000000000000000000000000000000c1,Known hacker,heist
        """;

    private static readonly string[] Deposit = ["trace", "--theft", SmallCase.Theft[..^1] + "4", "--labels", "labels.csv", "--direction", "in"];

    [Fact]
    public async Task The_page_begins_with_where_it_came_from_and_names_every_source()
    {
        using var run = await ImportedAsync();

        var (code, result, _) = await run.RunAsync(Deposit);

        Assert.Equal(0, code);
        string[] lines = result.Split('\n');
        Assert.Equal("Where the money came from", lines[2]);
        Assert.Matches(@"^  ETH +earlier +1 +30 +50\.0 %$", lines[4]);
        Assert.Matches(@"^ +service +1 +20 +33\.3 %$", lines[5]);
        Assert.Matches(@"^ +issued +10 +16\.6 %$", lines[6]);
        Assert.Matches(@"^ +all +60 +100\.0 %$", lines[7]);
        Assert.Contains(lines, line => Regex.IsMatch(line, @"0x0{38}C1 +ETH +30 +\[30, 30\] +50\.0 % +1  there before the data begin: Known hacker$"));
        Assert.Contains(lines, line => Regex.IsMatch(line, @"0x0{38}e1 +ETH +20 +\[20, 20\] +33\.3 % +1  service: Fence & Sons$"));
        Assert.Contains(lines, line => Regex.IsMatch(line, @"\(newly issued\) +ETH +10 +\[10, 10\] +16\.6 % +1  issue$"));
        Assert.Contains("To explain  Before data  Stopped", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sources_account_for_the_deposit_to_the_unit()
    {
        using var run = await ImportedAsync();

        var (_, result, _) = await run.RunAsync([.. Deposit, "--rule", "fifo", "--json"]);

        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/trace.schema.json").Faults(json.RootElement));
        var book = json.RootElement.GetProperty("books").EnumerateArray().Single();
        Assert.Equal(("0", "30000000000000000000"), (book.GetProperty("difference").GetString(), book.GetProperty("held").GetString()));
        Assert.Equal("""{"service":"20000000000000000000","issue":"10000000000000000000"}""", JsonSerializer.Serialize(book.GetProperty("stopped")));
        Assert.Equal(BigInteger.Parse("60000000000000000000", System.Globalization.CultureInfo.InvariantCulture), Sum(json, "lower"));
        Assert.Equal(Sum(json, "lower"), Sum(json, "upper"));
    }

    private static BigInteger Sum(JsonDocument json, string field) => json.RootElement.GetProperty("addresses").EnumerateArray()
        .Aggregate(BigInteger.Zero, (sum, address) => sum + BigInteger.Parse(address.GetProperty(field).GetString()!, System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<CommandRun> ImportedAsync()
    {
        var run = new CommandRun();
        run.Write("case.csv", Transfers);
        run.Write("labels.csv", Labels);
        Assert.Equal(0, (await run.RunAsync("import", "case.csv")).Code);
        return run;
    }
}
