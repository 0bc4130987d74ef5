using System.Globalization;
using System.Text;
using Spoor.Tests.Reporting.Documents;

namespace Spoor.Tests.Cli.Reports;

/// <summary>An incident and labels written by an enemy, through the whole program.</summary>
public sealed class HostileReportTests
{
    private static string Yaml(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Csv(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ").Replace("\0", "", StringComparison.Ordinal)}\"";

    // The readers of labels refuse what hides or is endless; what gets in must be harmless.
    private static IEnumerable<string> Texts => HostileText.All.Where(text => text.Trim().Length > 0 && text.Length <= 2_000 && !text.EnumerateRunes().Any(IsHidden));

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse;

    [Fact]
    public async Task Nothing_that_an_incident_or_a_label_says_acts_in_any_file_of_the_report()
    {
        using var run = await SmallIncident.ImportedAsync();
        Write(run);

        var (code, _, talk) = await run.RunAsync("report", "./small-2023", "--data", "spoor-data", "--labels", "evil.csv", "--out", "out");

        Assert.True(code == 0, talk);
        var files = Directory.EnumerateFiles(Path.Combine(run.Folder, "out"), "*", SearchOption.AllDirectories).ToList();
        Assert.True(files.Count > 15);
        Assert.All(files, file => Check(file, File.ReadAllBytes(file)));
        Assert.Contains("&lt;script&gt;alert(1)", File.ReadAllText(Path.Combine(run.Folder, "out", "report.html")), StringComparison.Ordinal);
    }

    private static void Write(CommandRun run)
    {
        var timeline = Texts.Select(text => $"  - utc: 2023-09-12\n    what: {Yaml(text)}\n    source: paper\n");
        var said = Texts.Where(text => text.Length < 500).Select((text, i) => $"  - who: {Yaml(text)}\n    when: 2023-09-12\n    usd: {i + 1}\n    scope: {Yaml(text)}\n    source: paper\n");
        run.Write($"{SmallIncident.Id}/incident.yaml", $"""
            id: {SmallIncident.Id}
            victim: {Yaml("<script>alert(1)</script>evil")}
            title: {Yaml("=HYPERLINK(\"http://evil.example\")</style>")}
            started_utc: 2023-09-12T13:20:59Z
            cause: {Yaml("[x](javascript:alert(1)) <img src=x onerror=alert(1)>")}
            timeline:
            {string.Concat(timeline)}
            loss_statements:
            {string.Concat(said)}
            sources:
              own:
                kind: primary
                title: {Yaml("</title><svg onload=alert(1)>")}
                published: 2023-09-12
              paper:
                kind: press
                title: {Yaml("![x](http://evil.example/p.png)")}
                url: {Yaml("https://example.org/\"><script>alert(1)</script>")}
                published: 2023-09-12
            """);
        var labels = Texts.Select((text, i) => $"0x{i + 1:x40},{Csv(text)},exchange").Append($"0x00000000000000000000000000000000000000e1,{Csv("=HYPERLINK(\"x\")<script>" + new string('B', 1_900))},exchange")
            .Append($"0x00000000000000000000000000000000000000b1,{Csv("</text><script>alert(1)</script>gnp")},");
        run.Write("evil.csv", "address,name,category\n" + string.Join('\n', labels) + "\n");
        run.Write($"{SmallIncident.Id}/wallets.csv", $"chain,address,role,name,note,source\neip155:1,0x00000000000000000000000000000000000000A1,thief,{Csv("@SUM(A1)")},{Csv("<b onclick=alert(1)>")},paper\n");
    }

    private static void Check(string file, byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain(text.Split('\n').SelectMany(line => line.Split(' ')), word => word.Length > 3_000 && !word.Contains('>'));
        switch (Path.GetExtension(file))
        {
            case ".html":
                Harmless.Html(text);
                break;
            case ".md":
                Harmless.Markdown(text);
                break;
            case ".csv":
                Harmless.Csv(text);
                break;
            case ".svg":
                Harmless.Svg(text);
                break;
            case ".json":
                Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(text));
                break;
            case ".yaml":
                new YamlDotNet.RepresentationModel.YamlStream().Load(new StringReader(text));
                break;
            default:
                Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
                Assert.DoesNotContain("/JavaScript", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
                Harmless.Visible(PdfText.Of(bytes).Words);
                break;
        }
    }
}
