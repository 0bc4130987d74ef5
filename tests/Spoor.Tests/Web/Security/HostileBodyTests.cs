using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Security;

/// <summary>Bodies and headers that are made to fill the memory, to keep the processor busy or to hold a connection: each refused, and the server goes on.</summary>
public sealed class HostileBodyTests(ServedCase served) : IClassFixture<ServedCase>
{
    private const string Traces = "/api/v1/traces";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> Bombs => new()
    {
        { "deep", $"{{\"seeds\":{new string('[', 100_000)}" },
        { "deep and closed", $"{{\"seeds\":{new string('[', 100_000)}{new string(']', 100_000)}}}" },
        { "deep objects in what was said before", $"{{\"addresses\":[\"0x00000000000000000000000000000000000000e1\"],\"since\":{string.Concat(Enumerable.Repeat("{\"a\":", 5_000))}1{new string('}', 5_001)}" },
        { "a number of many digits", $"{{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"],\"maxHops\":{new string('9', 500_000)}}}" },
        { "a number of a vast power", "{\"seeds\":[\"0x00000000000000000000000000000000000000a1\"],\"maxHops\":1e999999999}" },
        { "a member many times", $"{{{string.Join(',', Enumerable.Repeat("\"seeds\":[]", 50_000))}}}" },
        { "many members", $"{{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"m{i}\":1"))}}}" },
        { "many seeds", $"{{\"seeds\":[{string.Join(',', Enumerable.Repeat("\"x\"", 200_000))}]}}" },
        { "a long text", $"{{\"seeds\":[\"{new string('a', 900_000)}\"]}}" },
        { "half a surrogate", "{\"seeds\":[\"\\udc00\"]}" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_bomb_of_json_is_refused(string kind, string body)
    {
        string path = kind.Contains("before", StringComparison.Ordinal) ? "/api/v1/screen" : Traces;
        var (status, problem) = await served.SendAsync(HttpMethod.Post, path, body, Role.Investigator);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), (status, problem.GetProperty("code").GetString()));
        Assert.True(problem.GetProperty("detail").GetString()!.Length <= 2_001);
    }

    [Fact]
    public async Task A_body_that_is_packed_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            // A few kilobytes that would be a hundred megabytes.
            await gzip.WriteAsync(new byte[100 << 20], ServedCase.Cancellation);
        }

        foreach (string encoding in new[] { "gzip", "deflate", "br" })
        {
            using var body = new ByteArrayContent(packed.ToArray());
            body.Headers.ContentType = new("application/json");
            body.Headers.ContentEncoding.Add(encoding);
            using var answer = await served.Client(Role.Investigator).PostAsync(Traces, body, ServedCase.Cancellation);

            Assert.Equal((HttpStatusCode.UnsupportedMediaType, "wrong-media-type"), (answer.StatusCode, (await ServedCase.BodyOf(answer)).GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_where_it_is_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Traces) { Content = new StreamContent(new Endless()) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;

        // The server may close the connection before it is told all.
        try
        {
            using var answer = await served.Client(Role.Investigator).SendAsync(request, ServedCase.Cancellation);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException failure)
        {
            Assert.IsType<IOException>(failure.InnerException, exactMatch: false);
        }

        Assert.Equal(HttpStatusCode.OK, (await served.GetAsync("/api/v1/session")).Status);
    }

    [Fact]
    public async Task Headers_that_come_too_slowly_end_the_connection()
    {
        await using var hasty = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { LongestHeaders = TimeSpan.FromSeconds(2) } });
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", hasty.Server.Url.Port, ServedCase.Cancellation);
        await using var stream = socket.GetStream();
        await stream.WriteAsync("GET /api/v1/status HTTP/1.1\r\nHost: 127.0.0.1\r\n"u8.ToArray(), ServedCase.Cancellation);

        string said = await ReadToEndAsync(stream, trickle: "X-Slow: 1\r\n"u8.ToArray());

        Assert.True(said.Length == 0 || said.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(1, 40_000)]
    public async Task More_headers_than_anybody_needs_are_refused(int count, int length)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", served.Server.Url.Port, ServedCase.Cancellation);
        await using var stream = socket.GetStream();
        string headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('x', length)}\r\n"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /api/v1/status HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n"), ServedCase.Cancellation);

        Assert.StartsWith("HTTP/1.1 431", await ReadToEndAsync(stream, trickle: null), StringComparison.Ordinal);
    }

    // Until the server ends it; a broken connection is an end, too.
    private static async Task<string> ReadToEndAsync(NetworkStream stream, byte[]? trickle)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ServedCase.Cancellation);
        limit.CancelAfter(Patience);
        using var said = new MemoryStream();
        var writing = trickle is null ? Task.CompletedTask : TrickleAsync(stream, trickle, limit.Token);
        try
        {
            await stream.CopyToAsync(said, limit.Token);
        }
        catch (IOException)
        {
            // Reset.
        }

        await limit.CancelAsync();
        await writing;
        return Encoding.ASCII.GetString(said.ToArray());
    }

    private static async Task TrickleAsync(NetworkStream stream, byte[] drop, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation);
                await stream.WriteAsync(drop, cancellation);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The other side is gone, or it is done.
        }
    }

    /// <summary>Goes on for as long as somebody reads.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
