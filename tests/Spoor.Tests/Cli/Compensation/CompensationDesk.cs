using Microsoft.Extensions.Time.Testing;

namespace Spoor.Tests.Cli.Compensation;

/// <summary>A desk with the balances of four customers, as the documentation shows it.</summary>
internal sealed class CompensationDesk : IDisposable
{
    public const string Balances = "customer,asset,amount\nc-1001,ETH,12.5\nc-1001,USDT,800\nc-1002,ETH,0.75\nc-1003,ETH,2.25\nc-1003,USDT,12000.5\nc-1004,USDT,99.99\n";
    public const string Losses = "asset,decimals,loss,price_usd\nETH,18,6,1592.43\nUSDT,6,4000,1\n";

    public CompensationDesk()
    {
        Spoor.Write("balances.csv", Balances);
        Spoor.Write("losses.csv", Losses);
        Spoor.Write("secret.txt", string.Concat(Enumerable.Repeat("0123456789abcdef", 4)));
    }

    public CommandRun Spoor { get; } = new() { Clock = new FakeTimeProvider(new(2023, 9, 13, 10, 0, 0, TimeSpan.Zero)) };

    public string Log => Path.Combine(Spoor.Folder, "spoor-desk", "coinex-2023", "acts.jsonl");

    public string Files => Path.Combine(Spoor.Folder, "spoor-desk", "coinex-2023", "compensation");

    public void Dispose() => Spoor.Dispose();

    public Task<(int Code, string Result, string Talk)> OpenAsync(params string[] more) => ActAsync(
        "open", ["--balances", "balances.csv", "--losses", "losses.csv", "--secret", "secret.txt", .. more is [] ? ["--policy", "full"] : more]);

    /// <summary>Opened, claimed, paid, disputed and published.</summary>
    public async Task BeginAsync()
    {
        await DoneAsync(OpenAsync());
        await DoneAsync(ActAsync("claim", "--reference", "T-1", "--customer", "c-1001", "--asset", "ETH", "--amount", "12.5"));
        await DoneAsync(ActAsync("pay", "--reference", "P-1", "--customer", "c-1001", "--asset", "ETH", "--amount", "10"));
        await DoneAsync(ActAsync("dispute", "--reference", "D-1", "--customer", "c-1003", "--asset", "USDT"));
        await DoneAsync(ActAsync("tree", "--out", "root.json"));
    }

    public Task<(int Code, string Result, string Talk)> ActAsync(string verb, params string[] options) =>
        Spoor.RunAsync(["compensation", verb, "coinex-2023", .. options, "--by", "Ana", "--why", "a test"]);

    public async Task<string> StatusAsync() => (await Spoor.RunAsync("compensation", "status", "coinex-2023", "--json")).Result;

    public static async Task<string> DoneAsync(Task<(int Code, string Result, string Talk)> run)
    {
        var (code, result, talk) = await run;
        Assert.True(code == 0, talk);
        return result;
    }
}
