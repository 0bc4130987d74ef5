using System.Diagnostics;
using System.Globalization;
using Spoor.Cli.Commands;

namespace Spoor.Benchmarks.Serving;

/// <summary>A <c>spoor serve</c> as a process of its own, with what the system says it used.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri start) => (_process, Start) = (process, start);

    /// <summary>Opens one session, once.</summary>
    public Uri Start { get; }

    public Uri Url => new(Start.GetLeftPart(UriPartial.Authority));

    /// <summary>Processor time since it began.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What it holds of the memory now, in mebibytes.</summary>
    public long ResidentMebibytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    public long PeakMebibytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 >> 20;
        }
    }

    public static async Task<ServerProcess> StartAsync(string folder, params IReadOnlyList<string> more)
    {
        string program = typeof(SpoorCommandLine).Assembly.Location;
        ProcessStartInfo how = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, "serve", "--data", folder, "--desk", Path.Combine(folder, "desk"), "--urls", "http://127.0.0.1:0", .. more])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(how)!;
        string? url = await process.StandardOutput.ReadLineAsync();
        return url is null ? throw new IOException("The server ended before it listened.") : new(process, new(url));
    }

    public async ValueTask DisposeAsync()
    {
        // SIGTERM, as whoever runs a server ends it.
        using (var ending = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await ending.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
