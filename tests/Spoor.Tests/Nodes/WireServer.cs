using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Spoor.Tests.Nodes;

/// <summary>What a client sent.</summary>
internal sealed record WireRequest(string Head, string Body, int Number);

/// <summary>An HTTP server in this process that answers as it is told, one connection for each request.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<WireRequest, WireReply> _answer;
    private readonly Task _accepting;
    private int _number;

    public WireServer(Func<WireRequest, WireReply> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public ConcurrentQueue<WireRequest> Requests { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>The first replies in turn, then the last one for ever.</summary>
    public static WireServer Replying(params WireReply[] replies) => new(request => replies[Math.Min(request.Number, replies.Length) - 1]);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            return;
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            var request = await ReadAsync(stream);
            Requests.Enqueue(request);
            var reply = _answer(request);
            await reply.After.WaitAsync(_ending.Token);
            if (!reply.Drops)
            {
                await SendAsync(stream, reply);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
        {
            return;
        }
    }

    private async Task SendAsync(NetworkStream stream, WireReply reply)
    {
        long length = reply.ClaimedLength ?? reply.Body.Length;
        string framing = reply.IsEndless ? "" : $"Content-Length: {length}\r\n";
        string headers = string.Concat(reply.Headers.Select(header => header + "\r\n"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {reply.Status}\r\nConnection: close\r\n{framing}{headers}\r\n"), _ending.Token);
        do
        {
            await stream.WriteAsync(reply.Body, _ending.Token);
        }
        while (reply.IsEndless);
    }

    private async Task<WireRequest> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[64 << 10];
        int headEnd;
        do
        {
            await ReadMoreAsync(stream, buffer, text);
            headEnd = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
        }
        while (headEnd < 0);

        string head = text.ToString(0, headEnd);
        string? line = head.Split("\r\n").FirstOrDefault(header => header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        int length = line is null ? 0 : int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
        while (text.Length < headEnd + 4 + length)
        {
            await ReadMoreAsync(stream, buffer, text);
        }

        return new(head, text.ToString(headEnd + 4, length), Interlocked.Increment(ref _number));
    }

    private async Task ReadMoreAsync(NetworkStream stream, byte[] buffer, StringBuilder text)
    {
        int read = await stream.ReadAsync(buffer, _ending.Token);
        text.Append(read > 0 ? Encoding.Latin1.GetString(buffer, 0, read) : throw new IOException("The client closed the connection."));
    }
}
