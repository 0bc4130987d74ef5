namespace Spoor.Tests.Cli.Responding;

/// <summary>A made-up continuation of the CoinEx case: what the first thief might have done with USDT and ether.</summary>
/// <remarks>
/// Of 1,000 USDT stolen, 600 stay with the thief and 400 go over an address to an exchange. 10 ETH go on and are exchanged there for 16,000
/// DAI, which go to the same exchange.
/// </remarks>
internal static class StolenTether
{
    public const string Thief = "0x483D88278Cbc0C9105c4807d558E06782AEFf584";
    public const string Between = "0x00000000000000000000000000000000000000d1";
    public const string Exchange = "0x00000000000000000000000000000000000000e1";

    private const string Swapper = "0x00000000000000000000000000000000000000d2";
    private const string Hot = "0x33Ddd548FE3a082d753E5fE721a26E1Ab43e3598";
    private const string Pool = "0x00000000000000000000000000000000000000b1";
    private const string Usdt = "erc20:0xdac17f958d2ee523a2206206994597c13d831ec7";
    private const string Dai = "erc20:0x6b175474e89094c44da98b954eedeac495271d0f";

    /// <summary>A folder whose store holds it, with <c>labels.csv</c> beside it.</summary>
    public static async Task<CommandRun> ImportedAsync(TimeProvider clock)
    {
        var run = new CommandRun { Clock = clock };
        run.Write("case.csv", string.Join('\n',
        [
            "chain,block,tx_index,index,time,tx,kind,from,to,asset,amount",
            Line(1, "token", Hot, Thief, Usdt, "1000000000"),
            Line(2, "native", Hot, Thief, "slip44:60", "10000000000000000000"),
            Line(3, "token", Thief, Between, Usdt, "400000000"),
            Line(4, "token", Between, Exchange, Usdt, "400000000"),
            Line(5, "native", Thief, Swapper, "slip44:60", "10000000000000000000"),
            Line(6, "native", Swapper, Pool, "slip44:60", "10000000000000000000"),
            Line(6, "token", Pool, Swapper, Dai, "16000000000000000000000"),
            Line(7, "token", Swapper, Exchange, Dai, "16000000000000000000000"),
            "",
        ]));
        run.Write("labels.csv", $"address,name,category\n{Exchange},Fence & Sons,exchange\n");
        Assert.Equal((0, ""), await ImportAsync(run));
        return run;
    }

    private static async Task<(int Code, string Talk)> ImportAsync(CommandRun run)
    {
        var (code, _, talk) = await run.RunAsync("import", "case.csv");
        return (code, code == 0 ? "" : talk);
    }

    private static string Line(int number, string kind, string from, string to, string asset, string amount) =>
        $"eip155:1,{100 + number},0,{(kind == "native" ? 0 : 1)},2023-09-12 13:3{number}:11,{number:x64},{kind},{from},{to},{asset},{amount}";
}
