using System.Net;
using System.Net.Http.Headers;

namespace Spoor.Chains.Nodes;

/// <summary>One request to one endpoint and what came of it.</summary>
internal sealed class HttpExchange(TransportLimits limits, TimeProvider time) : IDisposable
{
    private const int RefusalBytes = 16 << 10;

    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            // A redirect could carry a key to somebody else, and turns POST into GET.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _client.Dispose();

    /// <exception cref="NodeAnswerException">The answer is a no that asking again does not change.</exception>
    public async Task<Exchange> SendAsync(
        NodeEndpoint endpoint, string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(limits.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await AskAsync(endpoint, path, body, accept, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            string late = $"no whole answer within {limits.TimeLimit.TotalSeconds:0.###} s";
            return new Exchange.Failed(late, MayPass: true, null, new TimeoutException(late));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return new Exchange.Failed(Said(endpoint, failure.Message), MayPass: true, null, Redacted(endpoint, failure));
        }
        catch (NodeAnswerException refusal)
        {
            var shown = Shown(endpoint, refusal);
            return refusal.MayPass ? new Exchange.Failed(shown.Message, MayPass: true, null, shown) : throw shown;
        }
    }

    private async Task<Exchange> AskAsync(
        NodeEndpoint endpoint, string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        using var request = Request(endpoint, path, body);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            var refusal = await LimitedBody.BeginningAsync(response.Content, RefusalBytes, cancellation);
            return Refused(endpoint, response, refusal, accept);
        }

        var answer = await LimitedBody.ReadAsync(response.Content, limits.MaxAnswerBytes, cancellation);
        NodeMetrics.Answered(endpoint, answer.Length, time.GetElapsedTime(start));
        accept(answer);
        return new Exchange.Answered(answer);
    }

    private static HttpRequestMessage Request(NodeEndpoint endpoint, string path, ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.At(path)) { Content = content };
        request.Headers.Authorization = endpoint.Credentials;
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("spoor", null));
        return request;
    }

    private Exchange.Failed Refused(
        NodeEndpoint endpoint, HttpResponseMessage response, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept)
    {
        string said = NodeText.Printable(body);
        int status = (int)response.StatusCode;
        string reason = Said(endpoint, $"HTTP {status} {response.ReasonPhrase}" + (said.Length == 0 ? "" : $", saying '{said}'"));
        var rest = RetryAfter(response.Headers.RetryAfter);
        switch (response.StatusCode)
        {
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable:
                return new(reason, MayPass: true, rest, new NodeAnswerException(reason) { Code = status, IsTooOften = true });
            case HttpStatusCode.RequestEntityTooLarge:
                throw new NodeAnswerException(reason) { MayPass = false, AskForLess = true, Code = status };
            default:
                // Bitcoin Core and others send JSON-RPC errors with status 500 or 404: what they say counts, not the status.
                ThrowWhatItSays(body, accept);
                bool mayPass = status is 408 or 425 or >= 500;
                return new(reason, mayPass, rest, new NodeAnswerException(reason) { MayPass = mayPass, Code = status });
        }
    }

    private static void ThrowWhatItSays(ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept)
    {
        try
        {
            accept(body);
        }
        catch (NodeAnswerException noError) when (noError.Code is null)
        {
            // No error object of the node's own: the HTTP status is all there is to go by.
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : null);

    private static string Said(NodeEndpoint endpoint, string text) => NodeText.Printable(endpoint.Redact(text));

    private static NodeAnswerException Shown(NodeEndpoint endpoint, NodeAnswerException refusal) =>
        new(Said(endpoint, refusal.Message)) { MayPass = refusal.MayPass, AskForLess = refusal.AskForLess, IsTooOften = refusal.IsTooOften, Code = refusal.Code };

    // The exceptions of the network name host and port; their texts are kept, they themselves could be logged with a URL.
    private static IOException Redacted(NodeEndpoint endpoint, Exception failure) => new(Said(endpoint, failure.Message));
}
