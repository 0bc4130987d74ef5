using System.Text;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Tests.Storage;

namespace Spoor.Tests.Cli;

/// <summary>The command line in a folder of its own, as a user would meet it.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What time the command takes it to be; null for now.</summary>
    public TimeProvider? Clock { get; init; }

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<(int Code, string Result, string Talk)> RunAsync(params string[] arguments) =>
        RunWithAsync(arguments, TestContext.Current.CancellationToken);

    /// <summary>As if Ctrl-C had been pressed at once.</summary>
    public async Task<(int Code, string Result, string Talk)> RunInterruptedAsync(params string[] arguments)
    {
        using var interruption = new CancellationTokenSource();
        await interruption.CancelAsync();
        return await RunWithAsync(arguments, interruption.Token);
    }

    private async Task<(int Code, string Result, string Talk)> RunWithAsync(string[] arguments, CancellationToken cancellation)
    {
        using var result = new MemoryStream();
        using var talk = new StringWriter();
        int code = await SpoorCommandLine.RunAsync(arguments, Terminal.OfWriters(result, talk, Folder, Clock), cancellation);
        return (code, Encoding.UTF8.GetString(result.ToArray()), talk.ToString());
    }
}
