using System.Diagnostics.CodeAnalysis;
using Spoor.Chains.Files;
using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Cli.Commands;

/// <summary>The one place where a failure becomes a message and an exit code.</summary>
internal static class Guarded
{
    [SuppressMessage("Design", "CA1031", Justification = "The top of a run: whatever nobody foresaw is shown and ends it.")]
    public static async Task<int> RunAsync(Terminal terminal, Func<Task<int>> run, CancellationToken cancellation)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Say(terminal, ExitCode.Cancelled, "Interrupted.");
        }
        catch (StorageException failure)
        {
            return Say(terminal, ExitCode.Store, failure.Message);
        }
        catch (Exception failure) when (failure is NodeException or SyncException)
        {
            return Say(terminal, ExitCode.Node, failure.Message);
        }
        catch (Exception failure) when (IsInput(failure))
        {
            return Say(terminal, ExitCode.Input, failure.Message);
        }
        catch (Exception failure)
        {
            return Say(terminal, ExitCode.Fault, $"This is an error in Spoor; please report it with the command you ran.\n{failure}");
        }
    }

    private static bool IsInput(Exception failure) => failure
        is FormatException or IOException or UnauthorizedAccessException or UnknownFormatException
        or BadRowsException or DamagedFileException or System.Text.Json.JsonException;

    private static int Say(Terminal terminal, int code, string message)
    {
        terminal.TalkText.WriteLine(MessageText.Of(message));
        return code;
    }
}
