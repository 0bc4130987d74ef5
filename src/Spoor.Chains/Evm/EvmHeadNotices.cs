using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.JsonRpc;

namespace Spoor.Chains.Evm;

/// <summary>Listens for new heads by <c>eth_subscribe</c> over a WebSocket and connects again whenever it breaks.</summary>
/// <remarks>A notice only says "ask now": what it claims is never believed, so a false one costs one question.</remarks>
internal sealed class EvmHeadNotices : IAsyncDisposable
{
    private const int MaxMessageBytes = 1 << 20;
    private const int SubscribeId = 1;

    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(20);
    private static readonly byte[] Subscribe =
        Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":{{SubscribeId}},"method":"eth_subscribe","params":["newHeads"]}""");

    private readonly NodeEndpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ending = new();
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task _listening;

    public EvmHeadNotices(NodeEndpoint endpoint, TimeProvider time)
    {
        if (!endpoint.IsWebSocket)
        {
            throw new ArgumentException($"Expected an endpoint that begins with ws or wss for notices of new heads, found {endpoint}.", nameof(endpoint));
        }

        _endpoint = endpoint;
        _time = time;
        _listening = ListenAsync(_ending.Token);
    }

    /// <summary>Waits for a notice, at most so long; whether there was one.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(atMost, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await _news.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _listening;
        _ending.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        var backoff = new Backoff(FirstRest, LongestRest, seed: 1);
        for (int failures = 1; !cancellation.IsCancellationRequested; failures++)
        {
            try
            {
                await ListenOnceAsync(() => failures = 0, cancellation);
            }
            catch (Exception broken) when (broken is WebSocketException or IOException or NodeAnswerException or HttpRequestException)
            {
                NodeMetrics.Failed(_endpoint);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }

            await RestAsync(backoff.After(Math.Max(1, failures)), cancellation);
        }
    }

    private async Task RestAsync(TimeSpan rest, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(rest, _time, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The end was asked for; the loop sees it.
        }
    }

    private async Task ListenOnceAsync(Action heard, CancellationToken cancellation)
    {
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = SignOfLife;
        socket.Options.KeepAliveTimeout = SignOfLife;
        if (_endpoint.Credentials is { } credentials)
        {
            socket.Options.SetRequestHeader("Authorization", credentials.ToString());
        }

        await socket.ConnectAsync(_endpoint.At(""), cancellation);
        await socket.SendAsync(Subscribe, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        await RefuseErrorAsync(socket, cancellation);

        // Blocks that came while nobody listened are news, too.
        _news.Writer.TryWrite(true);
        heard();
        while (await ReceiveAsync(socket, cancellation) is not null)
        {
            _news.Writer.TryWrite(true);
        }
    }

    private static async Task RefuseErrorAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        byte[] body = await ReceiveAsync(socket, cancellation) ?? throw new NodeAnswerException("The node closed the connection before it subscribed");
        _ = RpcEnvelope.One(body, "eth_subscribe", SubscribeId);
    }

    private static async Task<byte[]?> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        byte[] buffer = new byte[16 << 10];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (message.Length > MaxMessageBytes)
            {
                throw new NodeAnswerException($"The node sent a notice of more than {MaxMessageBytes:N0} bytes");
            }

            if (part.EndOfMessage)
            {
                return message.ToArray();
            }
        }
    }
}
