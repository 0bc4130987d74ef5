using System.Text.Json;
using System.Xml.Linq;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary>The back-test as a user meets it: the published transactions of CoinEx.</summary>
public sealed class BacktestCommandTests : IDisposable
{
    private static readonly string Coinex = Repository.File("examples/backtest/coinex-2023");

    private readonly CommandRun _spoor = new();

    public void Dispose() => _spoor.Dispose();

    [Fact]
    public async Task CoinEx_would_have_been_told_on_the_first_or_second_transaction_hours_before_it_spoke()
    {
        var (code, text, _) = await _spoor.RunAsync("backtest", Coinex);
        var (_, json, _) = await _spoor.RunAsync("backtest", Coinex, "--json");

        Assert.Equal(0, code);
        ApprovedText.Check("backtest.txt", text);
        Assert.Contains("coinex-2023: alert 244 minutes before the public statement of 2023-09-12 17:25:00 UTC.", text, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        Assert.Empty(JsonSchema.Read("docs/backtest.schema.json").Faults(document.RootElement));
        var theft = document.RootElement.GetProperty("detector").GetProperty("thefts")[0];
        Assert.InRange(theft.GetProperty("alert").GetProperty("theftTransaction").GetInt32(), 1, 2);
    }

    [Fact]
    public async Task The_curve_is_written_as_CSV_and_drawn()
    {
        var (code, _, _) = await _spoor.RunAsync("backtest", Coinex, "--thresholds", "-1,0,2.5", "--csv", "curve.csv", "--svg", "curve.svg");

        Assert.Equal(0, code);
        string[] rows = await File.ReadAllLinesAsync(Path.Combine(_spoor.Folder, "curve.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(["", "", "", "", "", "", "", "-1000", "0", "2500"], rows.Skip(1).Select(row => row[(row.LastIndexOf('"') + 2)..].Split(',')[0]));
        Assert.Equal("svg", XDocument.Load(Path.Combine(_spoor.Folder, "curve.svg")).Root!.Name.LocalName);
    }

    [Theory]
    [InlineData("--thresholds", "1;2", "Expected scores between -100 and 100 such as -1,0,2.5 after --thresholds, found '1;2'.")]
    [InlineData("--truth", "no.yaml", "no.yaml")]
    public async Task What_cannot_be_read_is_refused(string option, string value, string message)
    {
        var (code, text, talk) = await _spoor.RunAsync("backtest", Coinex, option, value);

        Assert.Equal(2, code);
        Assert.Empty(text);
        Assert.Contains(message, talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_transfers_it_says_where_they_would_come_from()
    {
        var (code, _, talk) = await _spoor.RunAsync("backtest", Path.Combine(Coinex, "watch.yaml"));

        Assert.Equal(2, code);
        Assert.Contains("There is nothing to replay: name files of transfers, or a data folder with --data.", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truth_with_a_slip_is_refused_whole_with_its_line()
    {
        string truth = _spoor.Write("truth.yaml", """
            thefts:
              - incident: one
                owner: CoinEx
                thieves:
                  - eip155:1:0x12
                from: 2023-09-12
                until: 2023-09-11
                source: me
                pubic: 2023-09-12
            """);

        var (code, _, talk) = await _spoor.RunAsync("backtest", Coinex, "--truth", truth);

        Assert.Equal(2, code);
        Assert.Contains("truth.yaml, line 7: until: expected a time not before 2023-09-12, found 2023-09-11.", talk, StringComparison.Ordinal);
        Assert.Contains("found the key 'pubic'", talk, StringComparison.Ordinal);
        Assert.Contains("thieves: ", talk, StringComparison.Ordinal);
    }
}
