using System.ComponentModel;
using System.Diagnostics;

namespace Spoor.Web.Suspensions;

/// <summary>A hook that is a program of the exchange's: it gets the request on standard input and answers on standard output.</summary>
/// <remarks>Started without a shell, so that nothing in a name or a reason is ever taken for a command.</remarks>
public sealed class CommandHook(string program, IReadOnlyList<string> arguments, TimeProvider clock, TimeSpan limit) : IExchangeHook
{
    public string ShownName => Path.GetFileName(program);

    public async Task<HookAnswer> AskAsync(string id, byte[] body, CancellationToken cancellation)
    {
        using var ending = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellation);
        Process? process = null;
        try
        {
            process = Start();
            return await TalkAsync(process, body, both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new HookAnswer.Down($"no answer within {limit.TotalSeconds:0.#} seconds", null);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException)
        {
            return new HookAnswer.Down(failure.Message, null);
        }
        finally
        {
            End(process);
        }
    }

    private static async Task<HookAnswer> TalkAsync(Process process, byte[] body, CancellationToken cancellation)
    {
        var answering = ReadAsync(process.StandardOutput.BaseStream, cancellation);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(body, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program may answer without having read what it was asked; what it says is judged by its answer.
            process.StandardInput.BaseStream.Dispose();
        }

        byte[]? answer = await answering;
        if (answer is null)
        {
            return new HookAnswer.Refused($"the answer is longer than {HookAnswer.MostBytes} bytes");
        }

        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? new HookAnswer.Answered(answer) : new HookAnswer.Down($"it ended with exit code {process.ExitCode}", null);
    }

    private static async Task<byte[]?> ReadAsync(Stream output, CancellationToken cancellation)
    {
        byte[] bytes = new byte[HookAnswer.MostBytes + 1];
        int read = await output.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return read > HookAnswer.MostBytes ? null : bytes[..read];
    }

    private Process Start() => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    private static void End(Process? process)
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
        }

        process?.Dispose();
    }
}
