using System.IO.Compression;
using Spoor.Chains.Nodes;

namespace Spoor.Tests.Nodes;

public sealed class HttpTransportTests
{
    private static readonly WireReply Good = WireReply.Json("""{"good":1}""");

    [Fact]
    public async Task A_question_goes_to_its_path_as_json_with_the_credentials_of_the_url()
    {
        await using var server = WireServer.Replying(Good);
        await using var transport = Transports.To($"http://user:p%40ss@127.0.0.1:{server.Port}/v2/key/");

        Assert.Equal("""{"good":1}""", await transport.AskAsync("wallet/getblock", """{"num":1}"""));

        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v2/key/wallet/getblock HTTP/1.1", request.Head, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Basic {Convert.ToBase64String("user:p@ss"u8)}", request.Head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json", request.Head, StringComparison.Ordinal);
        Assert.Equal("""{"num":1}""", request.Body);
    }

    [Fact]
    public async Task A_packed_answer_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write("""{"packed":1}"""u8);
        }

        await using var server = WireServer.Replying(new WireReply { Body = packed.ToArray(), Headers = ["Content-Encoding: gzip"] });
        await using var transport = Transports.To(server.Url);

        Assert.Equal("""{"packed":1}""", await transport.AskAsync());
    }

    public static TheoryData<string> Troubles() => ["500", "502", "drop", "cut", "short length", "html", "empty", "429", "503", "408"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task What_passes_is_asked_again(string trouble)
    {
        await using var server = WireServer.Replying(Trouble(trouble), Good);
        await using var transport = Transports.To(server.Url);

        Assert.Equal("""{"good":1}""", await transport.AskAsync());
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task What_does_not_pass_ends_in_an_error_that_names_the_endpoint_and_how_often_it_was_asked(string trouble)
    {
        await using var server = WireServer.Replying(Trouble(trouble));
        await using var transport = Transports.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeException>(() => transport.AskAsync());

        Assert.Contains($"Asked {server.Url} 4 times", fault.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("401 Unauthorized")]
    [InlineData("404 Not Found")]
    [InlineData("302 Found")]
    public async Task A_refusal_for_good_is_not_asked_again(string status)
    {
        await using var server = WireServer.Replying(WireReply.Of(status, "no", "Location: http://127.0.0.1:1/elsewhere"));
        await using var transport = Transports.To(server.Url);

        var fault = await Assert.ThrowsAsync<NodeException>(() => transport.AskAsync());

        Assert.Contains($"HTTP {status}", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_beyond_the_limit()
    {
        await using var server = WireServer.Replying(new WireReply { IsEndless = true, Body = new byte[1 << 16] });
        await using var transport = Transports.To(server.Url, Transports.Quick with { MaxAnswerBytes = 1 << 20 });

        var fault = await Assert.ThrowsAsync<NodeAnswerException>(() => transport.AskAsync());

        Assert.True(fault.AskForLess);
        Assert.Contains("longer than 1,048,576 bytes", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_small_packed_answer_that_unpacks_beyond_the_limit_is_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(new byte[8 << 20]);
        }

        await using var server = WireServer.Replying(new WireReply { Body = packed.ToArray(), Headers = ["Content-Encoding: gzip"] });
        await using var transport = Transports.To(server.Url, Transports.Quick with { MaxAnswerBytes = 1 << 20 });

        Assert.True(packed.ToArray().Length < 1 << 20);
        Assert.True((await Assert.ThrowsAsync<NodeAnswerException>(() => transport.AskAsync())).AskForLess);
    }

    [Fact]
    public async Task A_node_that_does_not_answer_in_time_is_given_up()
    {
        await using var server = WireServer.Replying(Good with { After = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) });
        await using var transport = Transports.To(server.Url, Transports.Quick with { TimeLimit = TimeSpan.FromMilliseconds(50), Attempts = 2 });

        var fault = await Assert.ThrowsAsync<NodeException>(() => transport.AskAsync());

        Assert.Contains("no whole answer within 0.05 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_shown_in_no_message_even_when_the_node_repeats_it()
    {
        const string Key = "0123456789abcdefSECRET";
        await using var server = WireServer.Replying(WireReply.Of("403 Forbidden", $"invalid project {Key}\u001b[31m"));
        await using var transport = Transports.To($"http://operator:hunter2hunter2@127.0.0.1:{server.Port}/v3/{Key}?token={Key}x");

        var fault = await Assert.ThrowsAsync<NodeException>(() => transport.AskAsync());

        string all = fault.ToString();
        Assert.DoesNotContain("SECRET", all, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", all, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', all);
        Assert.Contains("invalid project …", all, StringComparison.Ordinal);
    }

    private static WireReply Trouble(string name) => name switch
    {
        "500" => WireReply.Of("500 Internal Server Error", "boom"),
        "502" => WireReply.Of("502 Bad Gateway", "<html>"),
        "503" => WireReply.Of("503 Service Unavailable"),
        "408" => WireReply.Of("408 Request Timeout"),
        "429" => WireReply.Of("429 Too Many Requests", "slow down", "Retry-After: 1"),
        "drop" => new() { Drops = true },
        "cut" => Good with { ClaimedLength = 1_000 },
        "short length" => Good with { ClaimedLength = 5 },
        "html" => WireReply.Json("<html><body>Welcome</body></html>"),
        "empty" => WireReply.Json(""),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Expected a trouble."),
    };
}
