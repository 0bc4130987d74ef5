using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spoor.Tests.Approved;
using Spoor.Tests.Reporting.Documents;

namespace Spoor.Tests.Cli.Reports;

public sealed class ReportCommandTests
{
    // What readers of such reports look for, each by the id of its section.
    private static readonly string[] Expected =
    [
        "summary", "timeline", "loss", "flow", "whereabouts", "attribution", "counter-checks", "alternatives", "what-would-change-it", "response", "safe", "suspended", "to-do", "cause", "freezes",
        "next-update", "contact", "compensation", "method", "rules", "parameters", "inputs", "limits", "not-checked", "addresses", "transactions", "sources",
    ];

    private static readonly string[] Written = ["report.html", "report.md", "report.pdf", "figures/flow-1.svg", "figures/waterfall.svg", "tables/loss-lines.csv"];

    [Fact]
    public async Task The_report_of_the_small_case_reads_as_approved()
    {
        using var run = await SmallIncident.ImportedAsync();

        var (code, page, talk) = await run.RunAsync("report", "./small-2023", "--data", "spoor-data", "--labels", "labels.csv", "--out", "out");

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check("report-small.html", Read(run, "report.html"));
        ApprovedText.Check("report-small.md.txt", Read(run, "report.md"));
        ApprovedText.CheckFile(Repository.File("docs/figures/flow-small-case.svg"), Read(run, "figures/flow-1.svg"));
        Assert.Contains("Open out/report.html in a browser", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_rests_on_labels_that_are_not_for_everybody_says_so_in_every_form()
    {
        using var run = await SmallIncident.ImportedAsync();
        string[] labels = Read(run, "../labels.csv").TrimEnd().Split('\n');
        run.Write("red.csv", string.Join('\n', labels.Select((line, i) => line + (i == 0 ? ",tlp" : ",red"))) + "\n");

        await run.RunAsync("report", "./small-2023", "--data", "spoor-data", "--labels", "red.csv", "--out", "out");

        Assert.All(["report.html", "report.md", "stix.json"], file => Assert.Contains("TLP:RED", Read(run, file), StringComparison.Ordinal));
        Assert.Contains("tlp:red", Read(run, "misp.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("TLP:CLEAR", Read(run, "stix.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_section_that_readers_expect_is_there_and_every_reference_leads_somewhere()
    {
        using var run = new CommandRun();
        await run.RunAsync("report", "coinex-2023", "--out", "out");
        string html = Read(run, "report.html");

        Assert.All(Expected, section => Assert.Contains($"<section id=\"{section}\">", html, StringComparison.Ordinal));
        Harmless.Html(html);
        Harmless.Markdown(Read(run, "report.md"));
        Assert.Equal([1, 2], Regex.Matches(html, "<h([1-3])>").Select(heading => heading.Groups[1].Value[0] - '0').Take(2));
        Assert.DoesNotMatch("<h1>.*<h1>", html.ReplaceLineEndings(""));
        Assert.All(Regex.Matches(html, "<table>.*?</thead>", RegexOptions.Singleline), table => Assert.Matches("<caption.*<th scope=\"col\"", table.Value.ReplaceLineEndings("")));
    }

    [Fact]
    public async Task A_case_whose_theft_is_not_in_the_data_says_so_and_what_to_do()
    {
        using var run = new CommandRun();
        await run.RunAsync("report", "kucoin-2020", "--out", "out");
        string page = WebUtility.HtmlDecode(Read(run, "report.html"));

        Assert.Contains(
            "Where it went cannot be said: no transfer to the thief's addresses is at hand, and a case begins with what they received. Import the transfers of the theft itself,",
            Between(page, "<section id=\"summary\">", "</section>"), StringComparison.Ordinal);
        Assert.Contains("There is no way to show: no transfer to the thief's addresses is at hand", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_can_be_followed_from_the_summary_to_its_transaction()
    {
        using var run = new CommandRun();
        await run.RunAsync("report", "coinex-2023", "--out", "out");
        string html = Read(run, "report.html");
        string summary = Between(html, "<section id=\"summary\">", "</section>");

        Assert.Contains("<a href=\"#loss-lines\">49.57 million US dollars</a>", summary, StringComparison.Ordinal);
        string lines = Between(html, "id=\"loss-lines\"", "</table>");
        string ethereum = Between(lines, ">Ethereum<", "</tr>");
        string row = Regex.Matches(ethereum, "href=\"#(loss-row-[0-9]+)\"").Select(match => Between(html, $"<tr id=\"{match.Groups[1].Value}\">", "</tr>")).Single(one => one.Contains("#tx-1\"", StringComparison.Ordinal));
        Assert.Contains("6,558", row, StringComparison.Ordinal);
        string transaction = Between(html, "<tr id=\"tx-1\">", "</tr>");
        Assert.Contains("0xb6a07c2c591e43abc63add833aaf4d6ab47e66f05cf6b49a9dda7c2317b2d61c", transaction, StringComparison.Ordinal);
        Assert.Contains("4,947", transaction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_case_gives_the_same_bytes_in_another_culture()
    {
        using var run = new CommandRun();
        var first = await FilesAsync(run, "one");
        var before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (odd.NumberFormat.NumberDecimalSeparator, odd.NumberFormat.NumberGroupSeparator, odd.NumberFormat.NegativeSign) = (",", "'", "~");
        odd.DateTimeFormat.DateSeparator = "#";
        odd.DateTimeFormat.TimeSeparator = "#";
        try
        {
            CultureInfo.CurrentCulture = odd;

            Assert.Equal(first, await FilesAsync(run, "two"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task The_json_names_every_file_and_keeps_to_its_schema()
    {
        using var run = new CommandRun();

        var (code, json, _) = await run.RunAsync("report", "coinex-2023", "--out", "out", "--as-of", "2023-09-13", "--json");

        using var document = JsonDocument.Parse(json);
        Assert.Equal(0, code);
        Assert.Empty(JsonSchema.Read("docs/report.schema.json").Faults(document.RootElement));
        Assert.Equal("2023-09-13", document.RootElement.GetProperty("asOf").GetString());
        var files = document.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(run.Folder, "out"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Path.Combine(run.Folder, "out"), path).Replace('\\', '/')).Order(StringComparer.Ordinal),
            files.Select(file => file.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(new FileInfo(Path.Combine(run.Folder, "out", file.GetProperty("file").GetString()!)).Length, file.GetProperty("bytes").GetInt64()));
    }

    [Fact]
    public async Task What_was_not_known_on_a_day_is_not_told_on_that_day()
    {
        using var run = new CommandRun();
        await run.RunAsync("report", "coinex-2023", "--out", "out", "--as-of", "2023-09-12");

        string html = Read(run, "report.html");

        Assert.DoesNotContain("70,000,000", html, StringComparison.Ordinal);
        Assert.DoesNotContain("2023-09-21", Between(html, "id=\"timeline-events\"", "</table>"), StringComparison.Ordinal);
        Assert.DoesNotContain("more than a dozen chains", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Private keys of hot wallets", html, StringComparison.Ordinal);
        Assert.Contains("How the thief came in is left out", html, StringComparison.Ordinal);
        Assert.DoesNotContain("SlowMist", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.md")]
    public async Task Nothing_is_said_to_be_held_where_one_published_transfer_is_all_there_is(string file)
    {
        using var run = new CommandRun();
        await run.RunAsync("report", "coinex-2023", "--out", "out");

        string report = Read(run, file);

        Assert.Contains("100.0 % came to addresses with which the data end: where it went from there is not in the data at hand", report, StringComparison.Ordinal);
        Assert.Contains("12 September 2023 at 13:20:59 UTC on Ethereum", report, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"still (held|there)", report);
        Assert.DoesNotMatch(@"holds? [0-9]", report);
    }

    [Fact]
    public async Task The_desk_is_told_as_of_its_last_act()
    {
        using var run = new CommandRun();
        Assert.Equal(0, (await run.RunAsync("respond", "note", "coinex-2023", "aware", "--at", "2023-09-12T13:44:00Z", "--by", "Ada <b>", "--why", "the alarm")).Code);

        var (code, _, talk) = await run.RunAsync("report", "coinex-2023", "--out", "out", "--desk", "spoor-desk");
        var (missing, _, why) = await run.RunAsync("report", "alphapo-2023", "--out", "other", "--desk", "spoor-desk");

        Assert.Equal((0, "", 2), (code, talk, missing));
        Assert.Contains("has no log of alphapo-2023", why, StringComparison.Ordinal);
        string html = Read(run, "report.html");
        Assert.Contains("Ada &lt;b&gt;", Between(html, "<section id=\"acts\">", "</section>"), StringComparison.Ordinal);
        Assert.Contains("initial notification", Between(html, "<section id=\"next-update\">", "</section>"), StringComparison.Ordinal);
        Harmless.Html(html);
    }

    [Fact]
    public async Task The_demo_writes_the_report_beside_its_page()
    {
        using var run = new CommandRun();
        var (_, page, _) = await run.RunAsync("demo");

        var (code, told, talk) = await run.RunAsync("demo", "--out", "out");

        Assert.Equal((0, page), (code, told));
        Assert.Contains("report.html", talk, StringComparison.Ordinal);
        Assert.All(Written, file => Assert.True(File.Exists(Path.Combine(run.Folder, "out", file)), file));
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(CommandRun run, string folder)
    {
        var (_, json, _) = await run.RunAsync("report", "coinex-2023", "--out", folder, "--json");
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("files").EnumerateArray().Select(file => $"{file.GetProperty("file").GetString()} {file.GetProperty("sha256").GetString()}")];
    }

    private static string Read(CommandRun run, string file) => File.ReadAllText(Path.Combine(run.Folder, "out", file));

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"'{start}' is not there.");
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
