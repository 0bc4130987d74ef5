using System.Diagnostics;
using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary>The real history of <c>examples/backtest</c>: thefts of 2019 to 2022 and the wallets that were not robbed.</summary>
public sealed class BacktestHistoryTests : IDisposable
{
    // Its payments grow from 300 dollars over 25 minutes; nobody would be woken for the second of them.
    private const string Creeping = "thorchain-2021-07-15";

    private readonly CommandRun _spoor = new();

    public void Dispose() => _spoor.Dispose();

    [Fact]
    public async Task Thefts_are_told_by_their_second_transaction_and_false_alerts_stay_below_one_a_wallet_year()
    {
        string data = SharedData.File("heist_onehop");
        await PrepareAsync(SharedData.File("cross_chain/nomad"));

        var (code, json, talk) = await _spoor.RunAsync(
            "backtest", Repository.File("examples/backtest/history"), Repository.File("examples/backtest/lubian-2020/transfers.csv"), "nomad.csv", "polygon.csv",
            Path.Combine(data, "*.csv.gz"), SharedData.File("ethereum_heist/easyfi_2021/all-tx.csv.gz"), SharedData.File("ethereum_heist/bancor_2018/all-tx.csv"),
            "--prices", SharedData.File("prices/daily_close_usd.csv.gz"), "--prices", "prices.csv", "--svg", "curve.svg", "--json");

        Assert.True(code == 0, talk);
        using var document = JsonDocument.Parse(json);
        var detector = document.RootElement.GetProperty("detector");
        Assert.Empty(JsonSchema.Read("docs/backtest.schema.json").Faults(document.RootElement));
        Assert.All(detector.GetProperty("thefts").EnumerateArray(), theft => Assert.Equal("", theft.GetProperty("missed").GetString()));
        Assert.Equal([Creeping], detector.GetProperty("thefts").EnumerateArray()
            .Where(theft => theft.GetProperty("alert").GetProperty("inEarlierBlocks").GetInt32() > 1).Select(theft => theft.GetProperty("incident").GetString()));
        Assert.InRange(detector.GetProperty("falsePerWalletYearThousandths").GetInt32(), 0, 1_000);
        ApprovedText.CheckFile(
            Repository.File("docs/figures/backtest-curve.svg"), await File.ReadAllTextAsync(Path.Combine(_spoor.Folder, "curve.svg"), TestContext.Current.CancellationToken));
    }

    // The script is what a reader runs; so the test runs it, too.
    private async Task PrepareAsync(string nomad)
    {
        string script = Repository.File("examples/backtest/prepare.sh");
        string data = Path.GetFullPath(Path.Combine(nomad, "..", ".."));
        using var prepare = Start(script, data);
        await prepare.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Equal(0, prepare.ExitCode);
    }

    private Process Start(string script, string data)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("bash", [script, data, _spoor.Folder]) { UseShellExecute = false })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no bash here to run prepare.sh with.");
            throw;
        }
    }
}
