namespace Spoor.Tests.Cli.Labels;

/// <summary>A few labels as a user meets them; those of the pivot are facts, the other addresses are made up.</summary>
/// <remarks>
/// That 0x7549…Ac59 held value of Stake on Polygon: FBI, 2023-09-06. That it received value of CoinEx on Optimism and
/// Arbitrum: ZachXBT, 2023-09-13. The copies by an explorer and a blog are made up, as is the list that blames DAI.
/// </remarks>
internal static class SmallLabels
{
    public const string Pivot = "0x75497999432B8701330fB68058bd21918C02Ac59";
    public const string Dai = "0x6B175474E89094C44Da98b954EedeAC495271d0F";
    public const string Exchange = "0x00000000000000000000000000000000000000e1";

    // JSON in a cell of CSV: quotes doubled, and the whole in quotes.
    private const string Quoted = "\"{\"\"note\"\":\"\"x\"\"}\"";

    public const string Csv = $"""
        chain,network,address,tx,name,category,abuse,concepts,actor,source,derived_from,confidence,author,observed,learned,tlp,context
        eip155:137,,{Pivot},,Stake.com thief,perpetrator,service_hack,hacking,lazarusgroup,fbi-stake,,authority_data,FBI,2023-09-06,2023-09-06,,
        eip155:137,,{Pivot},,Stake thief 7,perpetrator,service_hack,,,slowmist,fbi-stake,forensic,SlowMist,2023-09-07,2023-09-07,,
        eip155:137,,{Pivot},,Stake.com Hacker,heist,,,,polygonscan,slowmist,web_crawl,,,2023-09-08,,
        eip155:10,,{Pivot},,CoinEx thief,perpetrator,service_hack,,,zachxbt,,forensic,ZachXBT,2023-09-13,2023-09-13,,
        eip155:42161,,{Pivot},,CoinEx thief,perpetrator,service_hack,,,zachxbt,,forensic,ZachXBT,2023-09-13,2023-09-13,,
        eip155:1,,{Dai},,CoinEx thief 9,perpetrator,service_hack,,,hasty-list,,web_crawl,,2023-09-14,2023-09-14,,
        eip155:1,,{Exchange},,"Fence & Sons, hot wallet",exchange,,,fence,explorer,,web_crawl,,,2023-01-31,,
        eip155:1,,{Exchange},,Fence & Co.,exchange,,,fenceco,blog,,web_crawl,,,2023-02-28,,
        eip155:137,,{Exchange},,the launderer,perpetrator,money_laundering,,,tip,,untrusted_transaction,me,,2023-10-01,amber,
        eip155:1,,,0x0000000000000000000000000000000000000000000000000000000000000001,the theft,,service_hack,,,me,,forensic,me,2023-09-12,2023-09-12,,
        ,xmr,4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAXUjnSn,,donations,donation,,,,me,,unknown,,,2023-01-01,,{Quoted}
        """;

    public static async Task<CommandRun> ImportedAsync()
    {
        var run = new CommandRun();
        run.Write("labels.csv", Csv + "\n");
        Assert.Equal(0, (await run.RunAsync("labels", "import", "labels.csv")).Code);
        return run;
    }
}
