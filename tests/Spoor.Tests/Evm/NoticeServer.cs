using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Spoor.Tests.Evm;

/// <summary>A WebSocket server that takes subscriptions to new heads and gives notice when told to.</summary>
internal sealed class NoticeServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private WebSocket? _latest;
    private int _subscriptions;

    public NoticeServer(int port)
    {
        Url = $"ws://127.0.0.1:{port}/";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url { get; }

    /// <summary>What it answers to a subscription.</summary>
    public string Answer { get; set; } = """{"jsonrpc":"2.0","id":1,"result":"0x1"}""";

    public int Subscriptions => Volatile.Read(ref _subscriptions);

    public Task NotifyAsync() => _latest!.SendAsync(
        Encoding.UTF8.GetBytes("""{"jsonrpc":"2.0","method":"eth_subscription","params":{"subscription":"0x1","result":{"number":"0xffff"}}}"""),
        WebSocketMessageType.Text, endOfMessage: true, _ending.Token);

    public void Break() => _latest!.Abort();

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _latest?.Abort();
        _listener.Abort();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_ending.IsCancellationRequested)
            {
                var context = await _listener.GetContextAsync();
                var socket = (await context.AcceptWebSocketAsync(subProtocol: null)).WebSocket;
                byte[] question = new byte[1_000];
                await socket.ReceiveAsync(question, _ending.Token);
                await socket.SendAsync(Encoding.UTF8.GetBytes(Answer), WebSocketMessageType.Text, endOfMessage: true, _ending.Token);
                _latest = socket;
                Interlocked.Increment(ref _subscriptions);
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException or OperationCanceledException or WebSocketException)
        {
            return;
        }
    }
}
