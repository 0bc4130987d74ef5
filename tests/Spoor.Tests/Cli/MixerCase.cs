using System.Globalization;
using System.Text;

namespace Spoor.Tests.Cli;

/// <summary>A thief who puts four notes of 10 ETH into a pool with a crowd, and a swap service on two chains, as files.</summary>
internal static class MixerCase
{
    public const string Thief = "0x00000000000000000000000000000000000000a1";

    private const string Pool = "0x910cbd523d972eb0a6f4cae4618ad62622b39dbf";
    private const string Relayer = "0x00000000000000000000000000000000000000f1";
    private const string Collector = "0x00000000000000000000000000000000000000c1";
    private const string Service = "0x00000000000000000000000000000000000000d1";

    public const string Prices = """
        date,symbol,price_usd
        2023-09-12T12:00:00Z,ETH,1600
        2023-09-12T12:00:00Z,USDT,1
        2023-09-12T13:00:00Z,ETH,1600
        2023-09-12T13:00:00Z,USDT,1
        2023-09-13T12:00:00Z,ETH,1600
        2023-09-13T12:00:00Z,USDT,1
        """;

    public const string Labels = $"""
        address,name,category
        {Service},FixedFloat 1,swap service
        """;

    public static string Transfers { get; } = Build();

    /// <summary>A folder whose store holds the case, with prices and labels beside it.</summary>
    public static async Task<CommandRun> ImportedAsync()
    {
        var run = new CommandRun();
        run.Write("mixed.csv", Transfers);
        run.Write("prices.csv", Prices);
        run.Write("labels.csv", Labels);
        var (code, _, talk) = await run.RunAsync("import", "mixed.csv");
        Assert.True(code == 0, talk);
        return run;
    }

    private static string Build()
    {
        var rows = new StringBuilder("chain,block,tx_index,index,time,tx,kind,from,to,asset,amount\n");
        for (int i = 0; i < 5; i++)
        {
            Ether(i, $"0x00000000000000000000000000000000000000b{i}", Pool, 10_000);
        }

        for (int i = 0; i < 4; i++)
        {
            Ether(5 + i, Thief, Pool, 10_000);
            Withdraw(20 + i, $"0x00000000000000000000000000000000000000e{i % 2}");
        }

        Withdraw(24, "0x00000000000000000000000000000000000000b0");
        Ether(30, "0x00000000000000000000000000000000000000e0", Collector, 19_000);
        Ether(31, "0x00000000000000000000000000000000000000e1", Collector, 19_000);

        // 2 ETH at 1,600 dollars, and 3,176 dollars back on another chain a quarter of an hour later.
        Ether(40, Collector, "0x00000000000000000000000000000000000000d7", 2_000);
        Ether(41, "0x00000000000000000000000000000000000000d7", Service, 1_999);
        Dollars(55, "0x00000000000000000000000000000000000000e9", 3_176);
        Dollars(56, "0x00000000000000000000000000000000000000e8", 900);
        Dollars(900, "0x00000000000000000000000000000000000000e7", 3_180);
        return rows.ToString();

        void Ether(int minute, string from, string to, long thousandths, int index = 0) =>
            Row("eip155:1", minute, index, "native", from, to, "slip44:60", $"{thousandths}000000000000000");

        void Withdraw(int minute, string to)
        {
            Ether(minute, Pool, to, 9_950);
            Ether(minute, Pool, Relayer, 50, 1);
        }

        void Dollars(int minute, string to, long dollars) =>
            Row("eip155:137", minute, 0, "token", Service, to, "erc20:0xc2132d05d31c914a87c6611c10748aeb04b58e8f", $"{dollars}000000");

        void Row(string chain, int minute, int index, string kind, string from, string to, string asset, string amount) => rows.Append(string.Create(
            CultureInfo.InvariantCulture,
            $"{chain},{18_000_000 + (minute * 5)},0,{index},{new DateTime(2023, 9, 12, 12, 0, 0).AddMinutes(minute):yyyy-MM-dd HH:mm:ss},{minute + 1:x64},{kind},{from},{to},{asset},{amount}\n"));
    }
}
