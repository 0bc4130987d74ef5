using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

public sealed class LossCommandTests : IDisposable
{
    private const string Multisig = "0xf54635836862aAD6e255E9B4FE49275fA5047E5d";

    private readonly CommandRun _spoor = new();

    public void Dispose() => _spoor.Dispose();

    [Theory]
    [InlineData("loss.txt")]
    [InlineData("loss-first-day.txt", "--as-of", "2023-09-12")]
    [InlineData("loss-before.txt", "--as-of", "2023-09-11")]
    public async Task The_page_is_the_approved_one(string approved, params string[] options)
    {
        var (_, page, talk) = await _spoor.RunAsync(["loss", "coinex-2023", .. options]);

        Assert.Equal("", talk);
        Assert.DoesNotContain(page.Split('\n'), line => line.Length > 120 || line.EndsWith(' '));
        ApprovedText.Check(approved, page);
    }

    [Fact]
    public void The_manual_shows_the_page_of_the_first_day()
    {
        string manual = File.ReadAllText(Repository.File("docs/cli.md")).ReplaceLineEndings("\n");
        string page = File.ReadAllText(Repository.File("tests/Spoor.Tests/Approved/loss-first-day.txt")).ReplaceLineEndings("\n").TrimEnd('\n');

        Assert.Contains($"```text\n{page}\n```", manual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coinex-2023")]
    [InlineData("stake-2023")]
    [InlineData("coinex-2023", "--as-of", "2023-09-12")]
    [InlineData("coinex-2023", "--as-of", "2023-09-11")]
    public async Task The_document_is_as_its_schema_says(params string[] arguments) =>
        Assert.Empty(JsonSchema.Read("docs/loss.schema.json").Faults(await JsonAsync(arguments)));

    [Fact]
    public async Task Every_difference_sums_to_the_unit()
    {
        var revisions = (await JsonAsync("coinex-2023")).GetProperty("revisions").EnumerateArray().ToList();

        Assert.Equal(4 * 6, revisions.Count);
        Assert.All(revisions, revision => Assert.Equal(
            Usd(revision, "after"), Usd(revision, "before") + Usd(revision, "amount") + Usd(revision, "price") + Usd(revision, "class") + Usd(revision, "coverage")));
        Assert.Contains(revisions, revision => Usd(revision, "amount") != 0 && Usd(revision, "price") != 0 && Usd(revision, "class") != 0 && Usd(revision, "coverage") != 0);
    }

    [Fact]
    public async Task The_sum_by_asset_is_the_sum_of_the_rows()
    {
        foreach (var estimate in (await JsonAsync("coinex-2023")).GetProperty("estimates").EnumerateArray())
        {
            decimal gross = Usd(estimate.GetProperty("totals"), "gross");
            var stolen = estimate.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("class").GetString() == "theft" && row.GetProperty("usd").ValueKind == JsonValueKind.String);

            Assert.Equal(gross, estimate.GetProperty("lines").EnumerateArray().Sum(line => Usd(line.GetProperty("totals"), "gross", 0)));
            Assert.Equal(gross, stolen.Sum(row => Usd(row, "usd")));
        }
    }

    [Fact]
    public async Task The_rescue_is_rescued_and_not_lost()
    {
        var newest = (await JsonAsync("coinex-2023")).GetProperty("estimates").EnumerateArray().Last();

        var rescue = Assert.Single(newest.GetProperty("rows").EnumerateArray(), row => row.GetProperty("to").GetString() == Multisig);
        Assert.Equal(("internal_rescue", "89000000.000000"), (rescue.GetProperty("class").GetString(), rescue.GetProperty("statedUsd").GetString()));
        Assert.True(Usd(newest.GetProperty("totals"), "gross") < 60_000_000);
    }

    [Fact]
    public async Task Other_prices_change_the_figure_and_differences_between_files_are_shown()
    {
        string mine = _spoor.Write("mine.csv", "date,symbol,close_usd\n2023-09-12,ETH,1600\n");
        string theirs = _spoor.Write("theirs.csv", "date,symbol,close_usd\n2023-09-12,ETH,1700\n");

        var (code, page, _) = await _spoor.RunAsync("loss", "coinex-2023", "--prices", mine, "--prices", theirs);

        Assert.Equal(0, code);
        Assert.Contains("  1600  C  18,201,600.00", page, StringComparison.Ordinal);
        Assert.Contains("ETH 2023-09-12  1600 (mine.csv), 1700 (theirs.csv)", page, StringComparison.Ordinal);
        Assert.Contains("no price of TRX is at hand", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_price_that_fits_there_is_no_value_and_not_zero()
    {
        string prices = _spoor.Write("old.csv", "date,symbol,close_usd\n2019-01-01,DOGE,0.002\n");

        var (code, page, _) = await _spoor.RunAsync("loss", "coinex-2023", "--prices", prices);
        var document = await JsonAsync("coinex-2023", "--prices", prices);
        var newest = document.GetProperty("estimates").EnumerateArray().Last();

        Assert.Equal(0, code);
        Assert.Contains("No value by estimate r4 as of 2023-09-16: of nothing known as stolen", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gross 0", page, StringComparison.Ordinal);
        Assert.DoesNotContain("  0.00", page, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, newest.GetProperty("totals").GetProperty("gross").ValueKind);
        Assert.Equal(JsonValueKind.Null, newest.GetProperty("interval").GetProperty("low").ValueKind);
        Assert.All(document.GetProperty("others").EnumerateArray(), other => Assert.Equal(JsonValueKind.Null, other.GetProperty("differenceNow").ValueKind));
        Assert.Empty(JsonSchema.Read("docs/loss.schema.json").Faults(document));
    }

    [Fact]
    public async Task A_packed_price_file_that_was_cut_is_refused()
    {
        string whole = _spoor.Write("closes.csv", "date,symbol,close_usd\n2023-09-12,ETH,1592.43\n");
        string cut = Path.ChangeExtension(whole, ".csv.gz");
        using (var packed = new MemoryStream())
        {
            using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            {
                gzip.Write(File.ReadAllBytes(whole));
            }

            File.WriteAllBytes(cut, packed.ToArray()[..^12]);
        }

        var (code, page, talk) = await _spoor.RunAsync("loss", "coinex-2023", "--prices", cut);

        Assert.Equal((2, ""), (code, page));
        Assert.Contains("closes.csv.gz: expected a whole gzip file, found one that ends early", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_without_estimates_shows_what_others_said()
    {
        var (code, page, _) = await _spoor.RunAsync("loss", "stake-2023");

        Assert.Equal(0, code);
        Assert.Contains("There is no estimate of ours", page, StringComparison.Ordinal);
        Assert.Contains("As others stated it", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kucoin-2020", "2020-09-26", "tayvano", "CoinDesk")]
    [InlineData("stake-2023", "2023-09-04", "Beosin", "rekt.news")]
    public async Task What_nobody_dates_was_not_known_on_any_day(string incident, string day, string undated, string known)
    {
        var (_, page, _) = await _spoor.RunAsync("loss", incident);
        var (_, then, _) = await _spoor.RunAsync("loss", incident, "--as-of", day);

        Assert.Contains(page.Split('\n'), line => line.StartsWith("  undated", StringComparison.Ordinal) && line.Contains(undated, StringComparison.Ordinal));
        Assert.DoesNotContain(undated, then, StringComparison.Ordinal);
        Assert.Contains(known, then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_come_as_csv_too()
    {
        var (code, table, _) = await _spoor.RunAsync("loss", "coinex-2023", "--csv");

        string[] lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, code);
        Assert.StartsWith("estimate,as_of,row,chain,asset,amount,class,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("r4,2023-09-16,bitcoin-btc,", StringComparison.Ordinal) && line.Contains(",5967502.406250,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("transfers,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Transfers_of_a_store_are_counted_beside_the_estimates()
    {
        const string Hot = "0x5DB93150Ce94085D9FbDE67EF0b13953a5567458";
        const string Thief = "0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE";
        string file = _spoor.Write("more.csv", string.Join('\n',
        [
            "chain,block,time,tx,kind,from,to,asset,amount,quality,note",
            Line(1, Hot, Thief, "2000000000000000000"),
            Line(2, Hot, Multisig, "5000000000000000000"),
            Line(3, Thief, "0x40cBe7580168d52b7FEC884120B31115c3F7E37E", "2000000000000000000"),
            Line(4, Hot, Thief, "7000000000000000000").Replace("2023-09-12T", "2023-09-20T", StringComparison.Ordinal),
            "",
        ]));
        var import = await _spoor.RunAsync("import", file, "--data", "case");
        Assert.Equal((0, ""), (import.Code, import.Code == 0 ? "" : import.Talk));

        var (code, page, _) = await _spoor.RunAsync("loss", "coinex-2023", "--data", "case", "--json");

        using var document = JsonDocument.Parse(page);
        var window = document.RootElement.GetProperty("transferWindow");
        Assert.Equal(
            ("2023-09-12T13:20:59Z", "2023-09-19T13:20:59Z", 1),
            (window.GetProperty("from").GetString(), window.GetProperty("until").GetString(), window.GetProperty("outside").GetInt32()));
        var (_, forPeople, _) = await _spoor.RunAsync("loss", "coinex-2023", "--data", "case");
        Assert.Contains("1 timed movement of the parties is outside", forPeople.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        var totals = Assert.Single(document.RootElement.GetProperty("transfers").EnumerateArray()).GetProperty("totals");
        Assert.Equal((0, "3184.858886", "7962.147215"), (code, totals.GetProperty("gross").GetString(), totals.GetProperty("rescued").GetString()));

        static string Line(int number, string from, string to, string wei) =>
            $"eip155:1,1812000{number},2023-09-12T13:3{number}:11Z,0x{number:x64},native,{from},{to},eip155:1/slip44:60,{wei},exact,generated";
    }

    [Theory]
    [InlineData(2, "loss", "no-such-case")]
    [InlineData(2, "loss", "coinex-2023", "--as-of", "yesterday")]
    [InlineData(2, "loss", "coinex-2023", "--prices", "missing.csv")]
    [InlineData(2, "loss", "coinex-2023", "--json", "--csv")]
    [InlineData(3, "loss", "coinex-2023", "--data", "nowhere")]
    [InlineData(1, "loss", "coinex-2023", "--as-of", "2023-09-11")]
    public async Task What_is_wrong_has_its_exit_code(int code, params string[] arguments) =>
        Assert.Equal(code, (await _spoor.RunAsync(arguments)).Code);

    [Fact]
    public async Task The_same_question_has_the_same_bytes() =>
        Assert.Equal(await _spoor.RunAsync("loss", "coinex-2023", "--json"), await _spoor.RunAsync("loss", "coinex-2023", "--json"));

    private static decimal Usd(JsonElement of, string name, decimal? unknown = null) =>
        of.GetProperty(name).GetString() is { } text ? decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
        : unknown ?? throw new FormatException($"There is no {name}.");

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var (_, text, _) = await _spoor.RunAsync(["loss", .. arguments, "--json"]);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
