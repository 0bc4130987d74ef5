using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Spoor.Web.Webhooks;

/// <summary>Sends signed webhooks to one target: no redirects, no proxy, no cookies, and only to addresses that are allowed.</summary>
public sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);

    // So that a name that moved is looked up again.
    private static readonly TimeSpan MaxConnectionAge = TimeSpan.FromMinutes(2);

    private readonly WebhookTarget _target;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _http;

    public WebhookSender(WebhookTarget target, TimeProvider clock)
    {
        _target = target;
        _clock = clock;
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = MaxConnectionAge,
            ConnectTimeout = ConnectLimit,
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Limit { get; init; } = ConnectLimit;

    /// <summary>One attempt, signed for the moment it is made.</summary>
    public async Task<WebhookAnswer> SendAsync(string id, byte[] body, CancellationToken cancellation) =>
        (await AskAsync(id, body, 0, cancellation)).Answer;

    /// <summary>One attempt of which the body of the answer matters, too.</summary>
    /// <param name="most">A body of more bytes is refused; of none, no body is read.</param>
    public async Task<(WebhookAnswer Answer, byte[] Body)> AskAsync(string id, byte[] body, int most, CancellationToken cancellation)
    {
        using var request = RequestOf(id, body);
        using var limit = new CancellationTokenSource(Limit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var response = await _http.SendAsync(request, both.Token);
            var answer = AnswerOf(response);
            return most == 0 || answer is not WebhookAnswer.Taken ? (answer, []) : await BodyOfAsync(response, most, both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new WebhookAnswer.Down($"no answer within {Limit.TotalSeconds:0.#} seconds", null), []);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return (new WebhookAnswer.Down((failure.InnerException ?? failure).Message, null), []);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage RequestOf(string id, byte[] body)
    {
        var signature = WebhookSignature.Of(_target.Secret, id, body, _clock.GetUtcNow());
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, _target.Url) { Content = content };
        request.Headers.UserAgent.Add(new("Spoor", null));
        request.Headers.Add(WebhookSignature.IdHeader, signature.Id);
        request.Headers.Add(WebhookSignature.TimestampHeader, signature.Timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, signature.Signature);
        return request;
    }

    private WebhookAnswer AnswerOf(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        string said = $"HTTP {status}";
        return status switch
        {
            >= 200 and < 300 => new WebhookAnswer.Taken(),
            >= 300 and < 400 => new WebhookAnswer.Refused($"{said}: redirects are not followed"),
            408 or 425 or 429 or >= 500 => new WebhookAnswer.Down(said, WaitOf(response.Headers.RetryAfter)),
            _ => new WebhookAnswer.Refused(said),
        };
    }

    private static async Task<(WebhookAnswer Answer, byte[] Body)> BodyOfAsync(HttpResponseMessage response, int most, CancellationToken cancellation)
    {
        byte[] bytes = new byte[most + 1];
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        int read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return read > most
            ? (new WebhookAnswer.Refused($"the answer is longer than {most} bytes"), [])
            : (new WebhookAnswer.Taken(), bytes[..read]);
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? after) => after?.Delta ?? (after?.Date - _clock.GetUtcNow());

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = found.Where(address => _target.FaultOf(address).Length == 0).ToArray();
        if (allowed.Length == 0)
        {
            throw new IOException(found.Length == 0 ? "the name has no address" : _target.FaultOf(found[0]));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
