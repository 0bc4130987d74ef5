using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Spoor.Web.Accounts;
using Spoor.Workspace.Importing;

namespace Spoor.Tests.Web.Serving;

/// <summary>Files that are sent over HTTP: taken in whole, or refused and gone.</summary>
public sealed class ImportRouteTests(ServedCase served) : IClassFixture<ServedCase>
{
    private const string Header = "chain,block,tx_index,index,time,tx,kind,from,to,asset,amount\n";
    private const string Row = "eip155:1,200,0,0,2023-09-13 13:20:59,00000000000000000000000000000000000000000000000000000000000000b1,native,0x00000000000000000000000000000000000000f2,0x00000000000000000000000000000000000000a2,slip44:60,5\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_imported_once_and_what_is_answered_from_then_on_knows_it()
    {
        const string NewAddress = "/api/v1/addresses/eip155:1:0x00000000000000000000000000000000000000a5";
        string file = Header + Row.Replace("00a2", "00a5", StringComparison.Ordinal).Replace("b1,native", "c1,native", StringComparison.Ordinal);
        var (_, before) = await served.GetAsync(NewAddress);

        var first = await served.DocumentAsync(await served.ImportAsync("more.csv", file));
        var again = await served.DocumentAsync(await served.ImportAsync("more.csv", file));
        var (_, after) = await served.GetAsync(NewAddress);

        Assert.Equal(("import/1", 1, 0), (Text(first, "spoor"), Count(first, "added"), Count(first.GetProperty("files")[0], "known")));
        Assert.Equal((0, 1), (Count(again, "added"), Count(again.GetProperty("files")[0], "known")));
        Assert.Equal((0, 1), (Count(before, "transfers"), Count(after, "transfers")));
    }

    [Fact]
    public async Task A_packed_file_of_labels_and_a_ledger_are_told_by_their_columns()
    {
        var labels = await served.DocumentAsync(await served.ImportAsync("new.csv.gz", Packed("address,name,category\n0x00000000000000000000000000000000000000d7,Packed,exchange\n"u8.ToArray())));
        var ledger = await served.DocumentAsync(await served.ImportAsync("own.csv", "ledger,id,date,victim,usd,category,source\nmine,mine-1,2023-09-12,CoinEx,70000000,key theft,https://example.com\n"));

        Assert.Equal(("labels/1", 1), (Text(labels, "spoor"), Count(labels, "added")));
        Assert.Equal(("ledger/1", 1), (Text(ledger, "spoor"), Count(ledger.GetProperty("files")[0], "added")));
    }

    [Fact]
    public async Task A_preview_of_labels_says_what_would_be_new_and_changes_nothing()
    {
        const string File = "address,name,category\n0x00000000000000000000000000000000000000d8,Previewed,exchange\n";
        var (_, before) = await served.GetAsync("/api/v1/labels/counts");

        var preview = await served.DocumentAsync(await served.ImportAsync("preview.csv", File, "&preview=true"));
        var (_, after) = await served.GetAsync("/api/v1/labels/counts");

        Assert.Equal(1, Count(preview, "added"));
        Assert.Equal(before.ToString(), after.ToString());
    }

    [Fact]
    public async Task A_faulty_row_stops_the_whole_file_and_is_named_by_line_and_field()
    {
        var (_, before) = await served.GetAsync("/api/v1/status");

        var job = await served.ImportAsync("bad.csv", Header + Row.Replace("b1,native", "b2,native", StringComparison.Ordinal) + Row.Replace(",5\n", ",5x\n", StringComparison.Ordinal));
        var (_, after) = await served.GetAsync("/api/v1/status");

        var fault = Assert.Single(job.GetProperty("faults").EnumerateArray());
        Assert.Equal(("failed", 3, "amount", "5x"), (Text(job, "state"), Count(fault, "line"), Text(fault, "field"), Text(fault, "found")));
        Assert.Equal(Count(before, "transfers"), Count(after, "transfers"));
        Assert.Null(job.GetProperty("document").GetString());
    }

    [Theory]
    [InlineData("../../evil.csv")]
    [InlineData("..\\evil.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("C:evil.csv")]
    [InlineData("..")]
    [InlineData(".hidden.csv")]
    [InlineData("a\0.csv")]
    [InlineData("a\r\nSet-Cookie: x.csv")]
    [InlineData("innocent\u202Efdp.csv")]
    [InlineData("x*.csv")]
    [InlineData("CON.csv")]
    [InlineData("trailing.csv ")]
    [InlineData("")]
    public async Task A_name_that_could_be_more_than_a_name_is_refused(string name)
    {
        var (status, problem) = await served.SendFileAsync(name, Header + Row);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), (status, Text(problem, "code")));
    }

    [Theory]
    [InlineData("&kind=everything")]
    [InlineData("&onError=perhaps")]
    [InlineData("&preview=perhaps")]
    [InlineData("&chain=nowhere")]
    public async Task What_is_asked_for_must_be_one_of_the_words(string query)
    {
        var (status, problem) = await served.SendFileAsync("x.csv", Header + Row, query);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), (status, Text(problem, "code")));
    }

    [Fact]
    public async Task Nobody_and_no_viewer_sends_files_and_no_form_does()
    {
        var (stranger, _) = await served.SendFileAsync("x.csv", Header + Row, role: null);
        var (viewer, _) = await served.SendFileAsync("x.csv", Header + Row, role: Role.Viewer);
        using var form = new StringContent(Header + Row, Encoding.UTF8, "text/plain");
        using var answer = await served.Client(Role.Investigator).PostAsync("/api/v1/imports?name=x.csv", form, Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.UnsupportedMediaType), (stranger, viewer, answer.StatusCode));
    }

    [Fact]
    public async Task Bombs_are_refused_before_they_unfold()
    {
        await using var own = await ServedCase.StartAsync(settings => settings with
        {
            Limits = settings.Limits with { Files = new FileBounds { AlwaysUnpacked = 1 << 20, MostTimes = 10, MaxLine = 1 << 19 } },
        });
        byte[] lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string('0', 1000) + "\n", 20_000)));

        var packed = await own.ImportAsync("bomb.csv.gz", Packed(lines));
        var line = await own.ImportAsync("line.csv", new string('a', 1 << 20));
        var deep = await own.ImportAsync("deep.jsonl", $"{{\"a\":{new string('[', 100)}{new string(']', 100)}}}");
        var quoted = await own.ImportAsync("labels.yaml", $"title: {new string('[', 5_000)}\n");
        var torn = await own.ImportAsync("torn.csv.gz", Packed(lines)[..500]);

        Assert.Contains("at most 1 MB unpacked", Text(packed, "failure"), StringComparison.Ordinal);
        Assert.Contains("lines of at most", Text(line, "failure"), StringComparison.Ordinal);
        Assert.Contains("at most 64 levels", Text(deep, "failure"), StringComparison.Ordinal);
        Assert.Equal("failed", Text(quoted, "state"));
        Assert.Equal("failed", Text(torn, "state"));
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_whether_it_is_announced_or_not_and_nothing_stays()
    {
        await using var own = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { MaxUpload = 1000 } });

        var (announced, problem) = await own.SendFileAsync("x.csv", new byte[100_000]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports?name=x.csv") { Content = new StreamContent(new MemoryStream(new byte[100_000])) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.TransferEncodingChunked = true;
        using var unannounced = await own.Client(Role.Investigator).SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (announced, Text(problem, "code")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unannounced.StatusCode);
        Assert.Empty(FilesUnder(Path.Combine(own.Folder, "uploads")));
    }

    [Fact]
    public async Task A_file_that_comes_too_slowly_is_cut_off_and_gone()
    {
        await using var own = await ServedCase.StartAsync(settings => settings with
        {
            Limits = settings.Limits with { MinUploadBytesPerSecond = 10_000, GraceOfBody = TimeSpan.FromSeconds(1.5) },
        });
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", own.Server.Url.Port, Cancellation);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/imports?name=slow.csv HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {own.KeyOf(Role.Investigator)}\r\nContent-Type: application/octet-stream\r\nContent-Length: 5000\r\n\r\nchain"), Cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var answer = new MemoryStream();

        await stream.CopyToAsync(answer, limit.Token);

        Assert.Contains("\"slow\"", Encoding.ASCII.GetString(answer.ToArray()), StringComparison.Ordinal);
        Assert.Empty(FilesUnder(Path.Combine(own.Folder, "uploads")));
    }

    [Fact]
    public async Task What_was_sent_is_deleted_after_its_import_and_what_a_killed_server_left_at_the_next_start()
    {
        await using var own = await ServedCase.StartAsync(settings =>
        {
            string left = Path.Combine(settings.Folder.Path, "uploads", "killed");
            Directory.CreateDirectory(left);
            File.WriteAllText(Path.Combine(left, "left.csv"), "secret");
            return settings;
        });
        await own.ImportAsync("more.csv", Header + Row);
        await own.ImportAsync("bad.csv", Header + "x\n");

        Assert.Empty(FilesUnder(Path.Combine(own.Folder, "uploads")));
    }

    [Fact]
    public async Task Who_sent_what_is_in_the_audit_log()
    {
        await served.ImportAsync("audited.csv", Header + Row);

        var (_, audit) = await served.GetAsync("/api/v1/audit?limit=1000", Role.Admin);

        Assert.Contains(audit.GetProperty("entries").EnumerateArray(), entry =>
            Text(entry, "kind") == "import.ordered" && Text(entry, "by") == "investigator-bot" && Text(entry.GetProperty("about"), "file") == "audited.csv");
    }

    private static string[] FilesUnder(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString()!;

    private static int Count(JsonElement one, string member) => one.GetProperty(member).GetInt32();
}
