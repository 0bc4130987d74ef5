using System.Globalization;
using System.Numerics;
using System.Text;
using Spoor.Storage;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;

namespace Spoor.Tests.Web.Browser;

/// <summary>Servers over cases that a flow can be followed in.</summary>
internal static class FlowCase
{
    /// <summary>The address that the first transfer of the theft from CoinEx went to.</summary>
    public const string Thief = "0x8bf8cd7f001d0584f98f53a3d82ed0ba498cc3de";

    private const string Dai = "erc20:0x6b175474e89094c44da98b954eedeac495271d0f";
    private const string Eth = "slip44:60";

    /// <summary>The theft from CoinEx with made-up transfers after the first: a fan, a swap, a mixer, an exchange, a hub of 1,301 counterparties.</summary>
    public static Task<(CommandRun Run, ServedCase Served)> CoinExAsync() => ServedAsync(
        ("coinex.csv", CoinEx(), ["import", "coinex.csv"]),
        ("names.csv", $"address,name,category\n{At("binance")},Binance 14,exchange\n{At("tornado")},Tornado.Cash: 100 ETH,mixing_service\n{At("router")},<b>Router</b>,defi_dex\n", ["labels", "import", "names.csv"]));

    /// <summary>Files as they are.</summary>
    public static Task<(CommandRun Run, ServedCase Served)> ServedAsync(IEnumerable<string> files) => ServedAsync([.. files.Select(file => ((string?)null, "", new[] { "import", file }))]);

    /// <summary>A made-up address that can be read.</summary>
    public static string At(string name) => $"0x{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(name)).PadLeft(40, '0')}";

    private static async Task<(CommandRun Run, ServedCase Served)> ServedAsync(params (string? File, string Text, string[] Import)[] imports)
    {
        var run = new CommandRun();
        foreach (var (file, text, import) in imports)
        {
            if (file is not null)
            {
                run.Write(file, text);
            }

            var (code, _, talk) = await run.RunAsync(import);
            Assert.True(code == 0, talk);
        }

        return (run, await ServedCase.StartAsync(settings => settings with { Folder = DataFolder.At(Path.Combine(run.Folder, "spoor-data")) }));
    }

    private static string CoinEx()
    {
        var story = new Rows();
        story.Pay(At("hot"), Thief, 4947);
        story.Pay(Thief, At("a1"), 1500);
        story.Pay(Thief, At("a2"), 1200);
        story.Pay(Thief, At("a3"), 800);
        Enumerable.Range(0, 10).ToList().ForEach(i => story.Pay(Thief, At($"f{i}"), 100));
        story.Pay(At("a1"), At("binance"), 700);
        story.Add((At("a1"), At("router"), 500, Eth), (At("router"), At("a1"), 800_000, Dai));
        story.Add((At("a1"), At("d1"), 800_000, Dai));
        story.Add((At("d1"), At("binance"), 500_000, Dai));
        story.Pay(At("a2"), At("b1"), 600);
        story.Pay(At("a2"), At("b2"), 600);
        story.Pay(At("b1"), At("hub"), 599);
        story.Pay(At("b2"), At("b3"), 300);
        story.Pay(At("b3"), At("a2"), 50);
        Enumerable.Range(0, 8).ToList().ForEach(_ => story.Pay(At("a3"), At("tornado"), 100));
        for (int i = 0; i < 40; i++)
        {
            story.Pay(At($"f{i / 4}"), At($"l{i / 4}_{i % 4}"), 24 - (i % 4));
        }

        Enumerable.Range(0, 10).ToList().ForEach(i => story.Pay(At($"l{i}_0"), At("join"), 20));
        story.Pay(At("join"), At("binance"), 150);
        Enumerable.Range(0, 1_300).ToList().ForEach(i => story.Pay(At($"x{i}"), At("hub"), 1));
        return story.ToString();
    }

    private sealed class Rows
    {
        private static readonly DateTime Begin = new(2023, 9, 12, 13, 20, 59, DateTimeKind.Utc);

        private readonly StringBuilder _text = new("chain,block,tx_index,index,time,tx,kind,from,to,asset,amount\n");
        private int _count;

        public void Pay(string from, string to, int coins) => Add((from, to, coins, Eth));

        public void Add(params (string From, string To, int Coins, string Asset)[] moves)
        {
            for (int i = 0; i < moves.Length; i++)
            {
                var (from, to, coins, asset) = moves[i];
                string time = Begin.AddSeconds(_count * 97).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                string kind = asset == Eth ? "native" : "token";
                _text.Append(CultureInfo.InvariantCulture, $"eip155:1,{18_121_000 + (_count * 5)},0,{i},{time},{0xc0100000L + _count:x64},{kind},{from},{to},{asset},{coins * BigInteger.Pow(10, 18)}\n");
            }

            _count++;
        }

        public override string ToString() => _text.ToString();
    }
}
