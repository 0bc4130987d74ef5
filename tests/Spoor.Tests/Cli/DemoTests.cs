using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

public sealed class DemoTests : IDisposable
{
    private const string FirstTheft = "0xb6a07c2c591e43abc63add833aaf4d6ab47e66f05cf6b49a9dda7c2317b2d61c";

    private const string Multisig = "0xf54635836862aAD6e255E9B4FE49275fA5047E5d";

    private static readonly string[] Lists = ["timeline", "wallets", "totals", "lossStatements"];

    private readonly CommandRun _spoor = new();

    public void Dispose() => _spoor.Dispose();

    [Fact]
    public async Task The_page_is_the_approved_one_and_keeps_to_its_width()
    {
        var (code, page, talk) = await _spoor.RunAsync("demo");

        Assert.Equal((0, ""), (code, talk));
        Assert.DoesNotContain(page.Split('\n'), line => line.Length > 120 || line.EndsWith(' '));
        ApprovedText.Check("demo.txt", page);
    }

    [Fact]
    public async Task The_readme_shows_the_page_as_it_is()
    {
        string readme = (await File.ReadAllTextAsync(Repository.File("README.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var (_, page, _) = await _spoor.RunAsync("demo");

        Assert.Contains($"```text\n{page}```\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_books_of_the_trace_balance_over_the_published_transactions_alone()
    {
        var demo = await JsonAsync();
        var trace = demo.GetProperty("trace");

        Assert.Equal("trace/1", trace.GetProperty("spoor").GetString());
        var book = Assert.Single(trace.GetProperty("books").EnumerateArray());
        Assert.Equal(
            ("4947000000000000000000", "4947000000000000000000", "0", "0"),
            (Text(book, "stolen"), Text(book, "held"), Text(book, "fees"), Text(book, "difference")));
        Assert.Equal(FirstTheft, Text(Assert.Single(trace.GetProperty("transfers").EnumerateArray()), "tx"));
    }

    [Fact]
    public async Task A_published_transaction_says_what_of_it_is_known()
    {
        var transaction = Assert.Single((await JsonAsync()).GetProperty("transactions").EnumerateArray());

        Assert.Equal((FirstTheft, "rounded", null), (Text(transaction, "tx"), Text(transaction, "quality"), Text(transaction, "from")));
        Assert.False(transaction.TryGetProperty("block", out _));
    }

    [Fact]
    public async Task What_a_watch_would_have_said_is_the_back_test_of_the_same_transactions()
    {
        var demo = await JsonAsync();
        var (_, page, _) = await _spoor.RunAsync("demo");
        var (_, replayed, _) = await _spoor.RunAsync("backtest", Repository.File("examples/backtest/coinex-2023"), "--json");

        using var backtest = JsonDocument.Parse(replayed);
        Assert.True(JsonElement.DeepEquals(backtest.RootElement, demo.GetProperty("backtest")), "The demo and spoor backtest differ.");
        Assert.Empty(JsonSchema.Read("docs/alert.schema.json").Faults(demo.GetProperty("alert")));
        var theft = demo.GetProperty("backtest").GetProperty("detector").GetProperty("thefts")[0];
        Assert.Equal(FirstTheft, Text(demo.GetProperty("alert"), "tx"));
        Assert.Equal(244, theft.GetProperty("beforeStatementSeconds").GetInt32() / 60);
        Assert.Contains("244 minutes before the public statement of 2023-09-12 17:25:00 UTC", page.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_keeps_to_its_schema() => Assert.Empty(JsonSchema.Read("docs/demo.schema.json").Faults(await JsonAsync()));

    [Fact]
    public async Task Totals_are_told_from_transactions()
    {
        var demo = await JsonAsync();
        var (_, page, _) = await _spoor.RunAsync("demo");

        Assert.DoesNotContain(demo.GetProperty("totals").EnumerateArray(), total => total.TryGetProperty("tx", out _));
        string totals = Between(page, "Published totals, no transaction hashes", "Loss as others stated it");
        Assert.Contains("54,280,000", totals, StringComparison.Ordinal);
        Assert.DoesNotContain(FirstTheft, totals, StringComparison.Ordinal);
        Assert.Contains("Only this one was published with hash", Between(page, "Published transactions: 1", "Next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rescued_is_counted_in_no_theft()
    {
        var demo = await JsonAsync();
        var (_, page, _) = await _spoor.RunAsync("demo");

        Assert.DoesNotContain(Multisig, demo.GetProperty("trace").GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Multisig, Text(demo.GetProperty("rescue"), "address"));
        Assert.DoesNotContain(demo.GetProperty("totals").EnumerateArray(), total => Text(total, "address") == Multisig);
        Assert.Equal(4, demo.GetProperty("rescue").GetProperty("totals").GetArrayLength());
        string stolen = page[..page.IndexOf("Rescue, not theft", StringComparison.Ordinal)];
        Assert.DoesNotContain(Multisig, stolen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("72,000,000", stolen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fact_names_sources_that_are_listed()
    {
        var demo = await JsonAsync();
        var listed = demo.GetProperty("sources").EnumerateArray().Select(source => Text(source, "key")).ToHashSet();
        var facts = Lists.SelectMany(list => demo.GetProperty(list).EnumerateArray()).ToList();

        Assert.True(facts.Count > 100, $"{facts.Count} facts.");
        Assert.All(facts, fact => Assert.All(fact.GetProperty("sources").EnumerateArray(), key => Assert.Contains(key.GetString(), listed)));
    }

    [Fact]
    public async Task A_kept_store_can_be_traced_again_and_the_demo_repeated()
    {
        var first = await _spoor.RunAsync("demo", "--data", "kept");
        var second = await _spoor.RunAsync("demo", "--data", "kept");
        var trace = await _spoor.RunAsync("trace", "--seed", "eip155:1:0x8bf8cd7F001D0584F98F53a3d82eD0bA498cC3dE", "--data", "kept");

        Assert.Equal((0, 0, 0), (first.Code, second.Code, trace.Code));
        Assert.Equal(first.Result, second.Result);
        Assert.Contains("4,947", trace.Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_with_other_transfers_is_not_mixed_with_rounded_ones()
    {
        string row = $"eip155:1,18116410,1694524859,{FirstTheft},native,{Account(1)},{Account(2)},slip44:60,5\n";
        string file = _spoor.Write("exact.csv", "chain,block,time,tx,kind,from,to,asset,amount\n" + row);
        await _spoor.RunAsync("import", file, "--data", "exact");

        var (code, page, talk) = await _spoor.RunAsync("demo", "--data", "exact");

        Assert.Equal((3, ""), (code, page));
        Assert.Contains("Name a new folder with --data.", talk, StringComparison.Ordinal);
    }

    private static string Account(int number) => "0x" + number.ToString("x40", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string Between(string page, string start, string end)
    {
        int from = page.IndexOf(start, StringComparison.Ordinal);
        return page[from..page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private async Task<JsonElement> JsonAsync()
    {
        var (code, json, talk) = await _spoor.RunAsync("demo", "--json");
        Assert.Equal((0, ""), (code, talk));
        using var document = JsonDocument.Parse(json);
        var demo = document.RootElement.Clone();
        Assert.Equal("demo/1", Text(demo, "spoor"));
        return demo;
    }
}
