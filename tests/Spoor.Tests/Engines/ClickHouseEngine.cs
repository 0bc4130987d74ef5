using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Spoor.Tests.Engines;

/// <summary>One ClickHouse server on this machine, a process of its own with a folder of its own.</summary>
internal sealed class ClickHouseEngine : IAsyncDisposable
{
    /// <summary>Names the library of the engine; before all other places.</summary>
    public const string Variable = "SPOOR_CHDB";

    private const string Package = "@chdb/lib-linux-x64-gnu";
    private const string Version = "26.7.3-stable.1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly string _folder;
    private readonly string _cluster;
    private readonly List<string?> _said = [];
    private Process _process;

    private ClickHouseEngine(string folder, string cluster, int httpPort, int tcpPort)
    {
        (_folder, _cluster, HttpPort, TcpPort) = (folder, cluster, httpPort, tcpPort);
        _process = Start();
    }

    public int HttpPort { get; }

    public int TcpPort { get; }

    /// <summary>The library; null where it is not installed.</summary>
    public static string? Library { get; } = Find();

    public static string HowToGet => $"ClickHouse is not installed. Get it with 'npm install --prefix artifacts/engines {Package}@{Version}' (Linux x64 only), or name libchdb.so in {Variable}.";

    /// <summary>Starts servers that know one another as the shards of <c>spoor_test</c>, in order.</summary>
    public static async Task<ClickHouseEngine[]> StartAsync(int shards, string folder)
    {
        // A port found free may be taken by another before the engine does: then it ends, and other ports are tried.
        for (int attempt = 1; ; attempt++)
        {
            int[] ports = FreePorts(2 * shards);
            string cluster = Path.Combine(folder, $"cluster{attempt}.xml");
            string listed = string.Concat(ports[..shards].Select(port => $"<shard><replica><host>127.0.0.1</host><port>{port}</port></replica></shard>"));
            await File.WriteAllTextAsync(cluster, $"<clickhouse><remote_servers><spoor_test>{listed}</spoor_test></remote_servers></clickhouse>");
            ClickHouseEngine[] engines =
                [.. Enumerable.Range(0, shards).Select(i => new ClickHouseEngine(Path.Combine(folder, $"{attempt}-{i}"), cluster, ports[shards + i], ports[i]))];
            try
            {
                await Task.WhenAll(engines.Select(engine => engine.WaitAsync()));
                return engines;
            }
            catch (IOException) when (attempt < 3)
            {
                await Task.WhenAll(engines.Select(engine => engine.KillAsync()));
            }
        }
    }

    /// <summary>What it answers by itself, as text.</summary>
    public async Task<string> AskAsync(string sql)
    {
        using var http = new HttpClient { Timeout = Patience };
        using var answer = await http.PostAsync($"http://127.0.0.1:{HttpPort}/", new StringContent(sql));
        return (await answer.Content.ReadAsStringAsync()).TrimEnd();
    }

    /// <summary>Ends it without warning.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>Brings back what was killed, on the same ports and with what it had on disk.</summary>
    public async Task ReturnAsync()
    {
        _process.Dispose();
        _process = Start();
        await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        string path = named is { Length: > 0 } ? named : Path.Combine(Repository.Root, "artifacts", "engines", "node_modules", Package, "libchdb.so");
        return OperatingSystem.IsLinux() && File.Exists(path) ? path : null;
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Stop());
        return ports;
    }

    private Process Start()
    {
        Directory.CreateDirectory(_folder);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        IEnumerable<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Spoor.ClickHouseHost.dll"), Library!, $"--path={_folder}", $"--http_port={HttpPort}",
            $"--tcp_port={TcpPort}", "--listen_host=127.0.0.1", $"--config-file={_cluster}",
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.ErrorDataReceived += (_, line) => _said.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task WaitAsync()
    {
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{HttpPort}/"), Timeout = TimeSpan.FromSeconds(5) };
        for (long started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < Patience && !_process.HasExited;)
        {
            try
            {
                using var answer = await http.GetAsync("?query=SELECT+1");
                if (answer.IsSuccessStatusCode && await AcceptsAsync())
                {
                    return;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or SocketException)
            {
                // Nobody listens yet.
                await Task.Delay(Step, TimeProvider.System);
            }
        }

        throw new IOException($"ClickHouse {(_process.HasExited ? $"ended with code {_process.ExitCode}" : "does not answer")}: {string.Join('\n', _said)}");
    }

    // The protocol of servers among themselves has a port of its own, opened after that of HTTP.
    private async Task<bool> AcceptsAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, TcpPort);
        return true;
    }
}
