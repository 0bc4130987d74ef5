using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Spoor.Benchmarks.Serving;

/// <summary>A page of the web application as a browser holds it open, without a browser: the server cannot tell the difference, and draws everything.</summary>
/// <remarks>
/// The document is fetched, the components that it marks are asked for over a WebSocket, every batch that the server draws is acknowledged, and every
/// script that it calls answers null.
/// </remarks>
internal sealed partial class OpenPage : IDisposable
{
    private const int Step = 16 << 10;

    private readonly ClientWebSocket _socket = new();
    private readonly List<byte> _received = [];
    private readonly SemaphoreSlim _sending = new(1);
    private long _drawn;

    /// <summary>Batches that the server drew.</summary>
    public long Drawn => Interlocked.Read(ref _drawn);

    /// <summary>Why the server ended the page; empty while it lives.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Opens a page, and returns when the server has begun to draw it.</summary>
    public async Task OpenAsync(Uri server, string cookie, string path)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        string html = await http.GetStringAsync(new Uri(server, path));
        var operations = new JsonArray();
        foreach (Match match in Marker().Matches(html))
        {
            var marker = JsonNode.Parse(match.Groups[1].Value)!;
            if (marker["descriptor"] is not null)
            {
                operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
            }
        }

        _socket.Options.SetRequestHeader("Cookie", cookie);
        _socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        await _socket.ConnectAsync(new($"ws://{server.Authority}/_blazor"), CancellationToken.None);
        await SendAsync(Encoding.ASCII.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        await TakeHandshakeAsync();
        await SendAsync(BlazorPack.Call("0", "StartCircuit", server.ToString(), new Uri(server, path).ToString(), "[]", ""));
        await SendAsync(BlazorPack.Call(null, "UpdateRootComponents", new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(), ""));
    }

    /// <summary>Goes to another page, as a click on a link does.</summary>
    public Task GoAsync(Uri page) => SendAsync(BlazorPack.Call(null, "OnLocationChanged", page.ToString(), null, true));

    public Task PingAsync() => SendAsync(BlazorPack.Ping);

    /// <summary>Answers whatever the server sends, until it ends.</summary>
    public async Task LiveAsync(CancellationToken cancellation)
    {
        byte[] buffer = new byte[Step];
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                while (BlazorPack.Take(_received) is { } message)
                {
                    await AnswerAsync(message);
                }

                var read = await _socket.ReceiveAsync(buffer.AsMemory(), cancellation);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    Fault = Fault.Length > 0 ? Fault : "closed";
                    return;
                }

                _received.AddRange(buffer.AsSpan(0, read.Count));
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever opened it is done with it.
        }
        catch (WebSocketException failure)
        {
            Fault = failure.Message;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task AnswerAsync(IReadOnlyList<object?> message)
    {
        if (message is not [1L, _, _, string method, IReadOnlyList<object?> arguments, ..])
        {
            Fault = message switch
            {
                [3L, _, _, 1L, string failure] => failure,
                [7L, string closing, ..] => closing,
                _ => Fault,
            };
            return;
        }

        switch (method)
        {
            case "JS.RenderBatch":
                Interlocked.Increment(ref _drawn);
                await SendAsync(BlazorPack.Call(null, "OnRenderCompleted", arguments[0], null));
                break;
            case "JS.BeginInvokeJS" when arguments[0] is > 0L and long id:
                // 1 asks for an object of the browser, such as a module: any number names one.
                string said = arguments is [_, _, _, 1L, ..] ? string.Create(CultureInfo.InvariantCulture, $"{{\"__jsObjectId\":{id}}}") : "null";
                await SendAsync(BlazorPack.Call(null, "EndInvokeJSFromDotNet", id, true, string.Create(CultureInfo.InvariantCulture, $"[{id},true,{said}]")));
                break;
            case "JS.Error":
                Fault = $"{arguments[0]}";
                break;
            default:
                break;
        }
    }

    private async Task TakeHandshakeAsync()
    {
        byte[] buffer = new byte[Step];
        while (!_received.Contains(0x1e))
        {
            var read = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            _received.AddRange(buffer.AsSpan(0, read.Count));
        }

        _received.RemoveRange(0, _received.IndexOf(0x1e) + 1);
    }

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(message.AsMemory(), WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();
}
