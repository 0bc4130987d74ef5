using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spoor.Cli.Demo.Live;

/// <summary>A running Anvil: a chain of its own on this machine, ended with the object.</summary>
internal sealed class AnvilNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly HttpClient _http;

    private AnvilNode(Process process, int port)
    {
        _process = process;
        Url = new($"http://127.0.0.1:{port}/");
        WebSocketUrl = new($"ws://127.0.0.1:{port}/");
        _http = new() { BaseAddress = Url, Timeout = Patience };
    }

    public Uri Url { get; }

    /// <summary>The same port speaks both.</summary>
    public Uri WebSocketUrl { get; }

    /// <summary>Accounts that the node signs for, each with 10,000 coins.</summary>
    public IReadOnlyList<string> Accounts { get; private set; } = [];

    /// <summary>Starts a chain that makes a block for each transaction, and waits until it answers.</summary>
    /// <param name="extra">More arguments, such as <c>--no-mining</c>.</param>
    /// <exception cref="IOException">It ended at once, or does not answer.</exception>
    public static async Task<AnvilNode> StartAsync(
        string program, long chainId, IReadOnlyList<string> extra, TimeProvider clock, CancellationToken cancellation)
    {
        int port = FreePort();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true };
        IEnumerable<string> arguments = ["--host", "127.0.0.1", "--port", $"{port}", "--chain-id", $"{chainId}", "--quiet", .. extra];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        var process = Process.Start(start) ?? throw new IOException($"{program} did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var node = new AnvilNode(process, port);
        try
        {
            await node.WaitAsync(program, clock, cancellation);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks; the parameters are whatever JSON can hold.</summary>
    /// <exception cref="IOException">The node answered with an error.</exception>
    public async Task<JsonNode?> CallAsync(string method, IReadOnlyList<object?> parameters, CancellationToken cancellation)
    {
        using var response = await _http.PostAsJsonAsync("", new { jsonrpc = "2.0", id = 1, method, @params = parameters }, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(cancellation);
        return answer?["error"] is { } error
            ? throw new IOException($"Anvil at {Url} refused {method}: {error.ToJsonString()}")
            : answer?["result"];
    }

    /// <summary>Sends from an account the node signs for.</summary>
    /// <param name="to">Null to create a contract.</param>
    /// <returns>The hash.</returns>
    public async Task<string> SendAsync(string from, string? to, UInt128 wei, string data, CancellationToken cancellation)
    {
        string value = "0x" + wei.ToString("x", CultureInfo.InvariantCulture);
        Dictionary<string, string> transaction = new() { ["from"] = from, ["value"] = value, ["data"] = data };
        if (to is not null)
        {
            transaction["to"] = to;
        }

        return (await CallAsync("eth_sendTransaction", [transaction], cancellation))!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Another process may take the port before Anvil does; it then ends at once, and StartAsync says so.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync(string program, TimeProvider clock, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < Patience && !_process.HasExited)
        {
            try
            {
                Accounts = (await CallAsync("eth_accounts", [], cancellation)).Deserialize<string[]>() ?? [];
                return;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
                await Task.Delay(Step, clock, cancellation);
            }
        }

        throw new IOException(
            $"{program} {(_process.HasExited ? $"ended with code {_process.ExitCode}" : "does not answer")} on port {Url.Port}; "
            + "run it by hand to see why.");
    }
}
