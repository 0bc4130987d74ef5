using System.IO.Compression;
using System.Text;
using Spoor.Chains.Files.Ledger;
using Spoor.Incidents.Ledger;

namespace Spoor.Tests.Files.Ledger;

public sealed class LedgerFileTests
{
    private const string Rekt = "slug,title,incident_date,article_date,amount_usd,audit,tags\n";
    private const string Labs = "date,name,root_cause,lost_text,tx_hashes,links\n";
    private const string Own = "date,ledger,id,victim,usd,category,source\n";

    [Fact]
    public void A_year_of_the_first_century_is_mended_and_the_mending_is_listed()
    {
        var entry = Assert.Single(Read(Rekt + "sbf,SBF - MASK OFF,0022-11-12,2022-11-18,477000000,N/A,SBF|REKT\n").Repaired);

        Assert.Equal(("2022-11-12", "incident_date 0022-11-12 read as 2022-11-12"), (entry.Date.ToString(), entry.Repair));
    }

    [Fact]
    public void A_title_is_a_victim_without_its_verdict()
    {
        var entry = Assert.Single(Read(Rekt + "deus,Deus DAO - R3KT,2023-05-05,2023-05-06,6500000,x,Deus DAO|R3KT\nhundred,Hundred Finance - REKT 2,2023-04-15,2023-04-17,1,x,Fork|hundred\n").Entries, entry => entry.OwnId == "hundred");

        Assert.Equal("Hundred Finance", entry.Victim);
        Assert.Equal(["hundred"], entry.OtherNames);
    }

    [Fact]
    public void Free_text_that_says_no_dollars_stays_as_text()
    {
        var entry = Assert.Single(Read(Labs + "2023-01-18,- QTNToken,business logic flaw,~2ETH,0xAB|0xab,https://bscscan.com/tx/0xab\n").Entries);

        Assert.Equal(("defihacklabs:2023-01-18-qtntoken", "QTNToken", "~2ETH"), (entry.Id, entry.Victim, entry.Stated));
        Assert.Equal((null, LostBasis.OtherUnits), (entry.Usd, entry.Basis));
        Assert.Equal(["0xab"], entry.Transactions);
        Assert.Equal(["bsc"], entry.Chains);
    }

    [Fact]
    public void A_day_of_a_bridge_hack_comes_before_its_month()
    {
        var entries = Read("bridge,date,value\nThorchain,26/07/2021,5000000\nThorchain,26/07/2021,8000000\n").Entries;

        Assert.Equal(["sok:2021-07-26-thorchain", "sok:2021-07-26-thorchain-2"], entries.Select(entry => entry.Id));
    }

    [Fact]
    public void The_first_theft_of_a_victim_on_a_day_keeps_its_id_when_a_second_is_listed()
    {
        const string One = "date,victim,usd\n2023-01-01,X,1\n";

        string[] one = [.. Read(One).Entries.Select(entry => entry.Id)];
        string[] two = [.. Read(One + "2023-01-01,X,2\n2023-01-01,X 2,3\n").Entries.Select(entry => entry.Id)];

        Assert.Equal(["dprk:2023-01-01-x"], one);
        Assert.Equal(["dprk:2023-01-01-x", "dprk:2023-01-01-x-3", "dprk:2023-01-01-x-2"], two);
    }

    [Fact]
    public void Names_in_any_script_make_ids_that_differ()
    {
        var entries = Read("date,victim,usd\n2023-01-01,币安,1\n2023-01-01,火币,2\n2023-01-01,Zoë,3\n2023-01-01,!!!,4\n2023-01-01,???,5\n").Entries;

        Assert.Equal(["dprk:2023-01-01-币安", "dprk:2023-01-01-火币", "dprk:2023-01-01-zoë"], entries.Take(3).Select(entry => entry.Id));
        Assert.All(entries.Skip(3), entry => Assert.Matches("^dprk:2023-01-01-[0-9a-f]{8}$", entry.Id));
        Assert.NotEqual(entries[3].Id, entries[4].Id);
    }

    [Fact]
    public void A_file_is_known_by_its_bytes() =>
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Own))),
            Read(Own).Sha256);

    [Fact]
    public void A_packed_file_is_read_like_a_plain_one()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("slug,incident_date,amount_usd,chain_by_explorer,kind,value,link_text,text_before\nx,2023-01-01,1,bsc,tx,0xAA,,\n"));
        }

        packed.Position = 0;

        Assert.Equal([new("rekt:x", "bsc", "tx", "0xaa")], LedgerFile.Read("links.csv.gz", packed).Places);

        packed.Position = 0;
        packed.SetLength(packed.Length - 9);
        Assert.Contains("packed data that end early", Assert.Throws<FormatException>(() => LedgerFile.Read("links.csv.gz", packed)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("colour,shape\nred,round\n", "line 1: expected the columns of a known ledger, found 'colour,shape'")]
    [InlineData("", "line 1: expected the columns of a known ledger")]
    [InlineData(Rekt + "a,A,2023-13-01,2023-01-01,1,,\n", "line 2, column incident_date: expected a date")]
    [InlineData(Rekt + "a,A,2023-01-01,2023-01-01,1,,\nb,B,2023-01-01,0012-99-99,1,,\n", "line 3, column article_date: expected a date")]
    [InlineData(Rekt + "a,A,2023-01-01,2023-01-01,\"1,000\",,\n", "line 2, column amount_usd: expected dollars")]
    [InlineData(Rekt + "a,A,2023-01-01,2023-01-01,-5,,\n", "line 2, column amount_usd: expected dollars")]
    [InlineData(Rekt + ",A,2023-01-01,2023-01-01,5,,\n", "line 2, column slug: expected a value")]
    [InlineData(Rekt + "a,A\u001b[2J,2023-01-01,2023-01-01,5,,\n", "line 2, column title: expected at most")]
    [InlineData(Rekt + "a,A,2023-01-01,2023-01-01,5,,\na,A,2023-01-01,2023-01-01,5,,\n", "expected each incident once, found rekt:a 2 times")]
    [InlineData("bridge,date,value\nNomad,08/02/22,1\n", "line 2, column date: expected a date such as 31/12/2023")]
    [InlineData("date,victim,usd\n2023-02-30,X,1\n", "line 2, column date: expected a date")]
    [InlineData("who,period,measure,usd\nCertiK,August,total,1\n", "line 2, column period: expected a period")]
    [InlineData("who,period,measure,usd\nCertiK,2023-08,total,\n", "line 2, column usd: expected dollars")]
    [InlineData("slug,chain_by_explorer,kind,value\nx,bsc,block,1\n", "line 2, column kind: expected tx, address or token")]
    [InlineData(Own + "2023-01-01,my ledger,1,X,1,,me\n", "line 2, column ledger: expected letters")]
    [InlineData(Own + "2023-01-01,mine,1,X,1,,\n", "line 2, column source: expected a value")]
    [InlineData(Own + "2023-01-01,rekt,coinex-rekt,CoinEx,1,,me\n", "line 2, column ledger: expected a ledger of your own, such as my-rekt")]
    [InlineData(Own + "2023-01-01,DPRK,x,CoinEx,1,,me\n", "line 2, column ledger: expected a ledger of your own")]
    [InlineData(Labs + "2023-01-18,A,x,$1,,\n2023-01-18,B,x,999999999999999 billion USD,,\n", "line 3, column lost_text: expected a loss of at most 1000000000000000 dollars")]
    [InlineData(Rekt + "a,A,2023-01-01,2023-01-01,1000000000000001,,\n", "line 2, column amount_usd: expected dollars")]
    [InlineData("{ \"id\": \"x\", \"estimatedLoss\": { \"totalUSD\": \"1000000000000000000000000\" } }", "/estimatedLoss/totalUSD: expected dollars, at most 1000000000000000")]
    [InlineData("date,victim,usd\n2023-01-01,X,1\n2023-01-01,X,1\n", "expected each incident once, found dprk:2023-01-01-x 2 times")]
    [InlineData("{ \"id\": \"x\" ", "line 1: expected JSON")]
    [InlineData("{ \"id\": \"x\" }", "/estimatedLoss: expected a object, found nothing")]
    public void A_faulty_file_is_refused_with_its_place(string text, string expected)
    {
        var refusal = Assert.Throws<FormatException>(() => Read(text));

        Assert.StartsWith("ledger.csv", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var bytes = new MemoryStream([0x64, 0xff, 0xfe, 0x0a]);

        Assert.Contains("expected UTF-8", Assert.Throws<FormatException>(() => LedgerFile.Read("x.csv", bytes)).Message, StringComparison.Ordinal);
    }

    private static LedgerContent Read(string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return LedgerFile.Read("ledger.csv", bytes);
    }
}
