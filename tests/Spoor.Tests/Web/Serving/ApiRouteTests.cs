using System.Net;
using System.Text.Json;
using Spoor.Tests.Cli;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

public sealed class ApiRouteTests(ServedCase served) : IClassFixture<ServedCase>
{
    private const string Thief = $"eip155:1:{SmallCase.Thief}";
    private const string TheftHash = "0x0000000000000000000000000000000000000000000000000000000000000001";

    public static TheoryData<string, string> Reads => new()
    {
        { "/api/v1/session", "session/1" },
        { "/api/v1/status", "status/1" },
        { $"/api/v1/addresses/{Thief}", "address/1" },
        { $"/api/v1/addresses/{SmallCase.Thief}/transfers", "transfers/1" },
        { $"/api/v1/addresses/{Thief}/counterparties", "counterparties/1" },
        { $"/api/v1/transactions/{TheftHash}", "transaction/1" },
        { "/api/v1/labels?q=Fence", "labels/1" },
        { $"/api/v1/labels?q={SmallCase.Thief}", "labels/1" },
        { "/api/v1/labels/counts", "label-counts/1" },
        { "/api/v1/incidents", "incidents/1" },
        { "/api/v1/incidents/coinex-2023", "incident/1" },
        { "/api/v1/incidents/coinex-2023/loss", "loss/1" },
        { "/api/v1/incidents/coinex-2023/links?against=stake-2023", "links/1" },
        { "/api/v1/incidents/coinex-2023/attribution?against=stake-2023", "attribution/1" },
        { "/api/v1/jobs", "jobs/1" },
        { "/api/v1/ledger/tally?year=2023", "ledger/1" },
        { "/api/v1/alerts", "alerts/1" },
        { "/api/v1/responses", "responses/1" },
        { "/api/v1/responses/coinex-2023", "response/1" },
        { "/api/v1/responses/coinex-2023/acts", "acts/1" },
        { "/api/v1/responses/coinex-2023/clock", "response-clock/1" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_viewer_reads_and_nobody_else_does(string path, string document)
    {
        var (status, body) = await served.GetAsync(path);
        var (refused, problem) = await served.GetAsync(path, null);

        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {body}");
        Assert.Equal(document, body.GetProperty("spoor").GetString());
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthenticated"), (refused, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/addresses/eip155:1:0x12", "bad-address")]
    [InlineData("/api/v1/addresses/%3Cscript%3E", "bad-address")]
    [InlineData("/api/v1/addresses/0x00000000000000000000000000000000000000a1?chain=nowhere", "bad-address")]
    [InlineData("/api/v1/addresses/0x00000000000000000000000000000000000000a1/transfers?limit=0", "bad-parameter")]
    [InlineData("/api/v1/addresses/0x00000000000000000000000000000000000000a1/transfers?limit=1001", "bad-parameter")]
    [InlineData("/api/v1/addresses/0x00000000000000000000000000000000000000a1/transfers?limit=1&limit=2", "bad-parameter")]
    [InlineData("/api/v1/addresses/0x00000000000000000000000000000000000000a1/transfers?cursor=zzz", "bad-cursor")]
    [InlineData("/api/v1/addresses/0x00000000000000000000000000000000000000a1/counterparties?cursor=dHJhbnNmZXJzfDE", "bad-cursor")]
    [InlineData("/api/v1/transactions/0x12", "bad-parameter")]
    [InlineData("/api/v1/labels", "bad-parameter")]
    [InlineData("/api/v1/labels?q=x&asOf=yesterday", "bad-parameter")]
    [InlineData("/api/v1/labels?q=0x00000000000000000000000000000000000000zz", "bad-parameter")]
    [InlineData("/api/v1/incidents/coinex-2023/loss?asOf=2023", "bad-parameter")]
    [InlineData("/api/v1/incidents/coinex-2023/links?all=perhaps", "bad-parameter")]
    [InlineData("/api/v1/incidents/coinex-2023/links?without=nobody", "bad-parameter")]
    [InlineData("/api/v1/incidents/coinex-2023/links?against=coinex-2023", "bad-parameter")]
    [InlineData("/api/v1/incidents/coinex-2023/attribution?prior=2", "bad-parameter")]
    [InlineData("/api/v1/ledger/tally", "bad-parameter")]
    [InlineData("/api/v1/ledger/tally?year=1066", "bad-parameter")]
    [InlineData("/api/v1/ledger/tally?year=2023&by=whim", "bad-parameter")]
    [InlineData("/api/v1/ledger/tally?year=2023&scope=nobody", "bad-parameter")]
    [InlineData("/api/v1/alerts?cursor=YWxlcnRzfDc", "bad-cursor")]
    [InlineData("/api/v1/sanctions/0x12", "bad-address")]
    public async Task What_is_not_as_described_is_refused_with_a_stable_code(string path, string code)
    {
        var (status, problem) = await served.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, problem.GetProperty("code").GetString()));
        Assert.Equal($"urn:spoor:problem:{code}", problem.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("/api/v1/transactions/0x00000000000000000000000000000000000000000000000000000000000000ff", "not-found")]
    [InlineData("/api/v1/incidents/nobody-2023", "not-found")]
    [InlineData("/api/v1/incidents/nobody-2023/loss", "not-found")]
    [InlineData("/api/v1/jobs/00", "not-found")]
    [InlineData("/api/v1/traces/00", "not-found")]
    [InlineData("/api/v1/responses/nobody-2023", "not-found")]
    [InlineData("/api/v1/nowhere", "no-route")]
    public async Task What_is_not_there_is_said_to_be_so(string path, string code)
    {
        var (status, problem) = await served.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, code), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_address_tells_what_came_and_went_who_names_it_and_with_whom_it_dealt()
    {
        var (_, address) = await served.GetAsync($"/api/v1/addresses/{Thief}");
        var (_, others) = await served.GetAsync($"/api/v1/addresses/{Thief}/counterparties");

        var ether = Assert.Single(address.GetProperty("assets").EnumerateArray());
        Assert.Equal(("ETH", "100000000000000000000", "100000000000000000000", "0"), (Text(ether, "symbol"), Text(ether, "received"), Text(ether, "sent"), Text(ether, "balance")));
        Assert.Equal(ServedCase.HostileLabel, Text(Assert.Single(address.GetProperty("labels").EnumerateArray()), "name"));
        Assert.Equal(3, others.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_address_of_an_incident_is_known_as_such_on_every_chain_of_its_kind()
    {
        var (_, address) = await served.GetAsync("/api/v1/addresses/eip155:137:0x75497999432b8701330fb68058bd21918c02ac59");

        string?[] incidents = [.. address.GetProperty("incidents").EnumerateArray().Select(one => Text(one, "incident")).Distinct()];
        Assert.Contains("coinex-2023", incidents);
        Assert.Contains("stake-2023", incidents);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        var positions = new List<string?>();
        string? cursor = "";
        while (cursor is not null)
        {
            var (_, page) = await served.GetAsync($"/api/v1/addresses/{Thief}/transfers?limit=2{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            positions.AddRange(page.GetProperty("transfers").EnumerateArray().Select(one => Text(one, "tx") + Text(one, "kind")));
            cursor = Text(page, "next");
            Assert.True(positions.Count <= 4, "The list has no end.");
        }

        Assert.Equal(4, positions.Distinct().Count());
    }

    [Fact]
    public async Task A_document_that_has_not_changed_is_not_sent_again()
    {
        var client = served.Client(Role.Viewer);
        using var first = await client.GetAsync("/api/v1/incidents/coinex-2023", ServedCase.Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/incidents/coinex-2023");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await client.SendAsync(request, ServedCase.Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(ServedCase.Cancellation));
    }

    [Fact]
    public async Task A_sanctioned_address_is_identified_and_another_has_an_empty_list()
    {
        var (_, listed) = await served.GetAsync("/api/v1/sanctions/0x00000000000000000000000000000000000000e1");
        var (_, other) = await served.GetAsync($"/api/v1/sanctions/{SmallCase.Thief}");

        Assert.Equal("sanctions", Text(Assert.Single(listed.GetProperty("identifications").EnumerateArray()), "category"));
        Assert.Empty(other.GetProperty("identifications").EnumerateArray());
    }

    [Fact]
    public async Task The_report_lists_its_files_and_gives_each_but_to_no_viewer()
    {
        var (status, report) = await served.GetAsync("/api/v1/incidents/coinex-2023/report", Role.Investigator);
        using var page = await served.Client(Role.Investigator).GetAsync("/api/v1/incidents/coinex-2023/report/report.html", ServedCase.Cancellation);
        using var table = await served.Client(Role.Investigator).GetAsync("/api/v1/incidents/coinex-2023/report/stix.json", ServedCase.Cancellation);
        var (refused, problem) = await served.GetAsync("/api/v1/incidents/coinex-2023/report", Role.Viewer);
        var (missing, _) = await served.GetAsync("/api/v1/incidents/coinex-2023/report/nothing.html", Role.Investigator);

        Assert.Equal((HttpStatusCode.OK, "report/1"), (status, Text(report, "spoor")));
        Assert.Contains(report.GetProperty("files").EnumerateArray(), file => Text(file, "file") == "report.html");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("sandbox", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("bundle", Text(await ServedCase.BodyOf(table), "type"));
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (refused, Text(problem, "code")));
        Assert.Equal(HttpStatusCode.NotFound, missing);
    }

    [Fact]
    public async Task The_same_figures_come_from_the_server_as_from_the_verb()
    {
        using var run = await SmallCase.ImportedAsync();
        var (_, verb, _) = await run.RunAsync("attribute", "coinex-2023", "--against", "stake-2023", "--json");

        using var answer = await served.Client(Role.Viewer).GetAsync("/api/v1/incidents/coinex-2023/attribution?against=stake-2023", ServedCase.Cancellation);

        // The store of the server has labels that the folder of the verb has not; none of them is of these incidents.
        var (mine, theirs) = (JsonSerializer.Deserialize<JsonElement>(verb), await ServedCase.BodyOf(answer));
        Assert.Equal((Text(mine, "conclusion"), Text(mine, "verdict")), (Text(theirs, "conclusion"), Text(theirs, "verdict")));
    }

    private static string? Text(JsonElement one, string member) => one.GetProperty(member).GetString();
}
