using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Spoor.Storage.DuckDb;

/// <summary>Puts what DuckDB says into the words of a user who has a file and a command line.</summary>
internal static class DuckDbFailure
{
    internal static StorageException OnOpening(string file, DuckDBException failure)
    {
        string said = FirstLine(failure);
        return said.Contains("lock", StringComparison.OrdinalIgnoreCase) || said.Contains("being used", StringComparison.Ordinal)
            ? new(
                file,
                $"another process has it open ({said})",
                "One process writes to a store at a time: end the other program ('spoor serve' keeps its store while it runs) or name another folder with --data.",
                failure)
            : new(
                file,
                $"DuckDB cannot open it ({said})",
                "If the file was written by a newer Spoor, use that one; otherwise restore it from a copy or name another folder with --data.",
                failure);
    }

    internal static StorageException OnWorking(string file, DuckDBException failure) => new(
        file,
        $"DuckDB refused a statement ({FirstLine(failure)})",
        failure.ErrorType switch
        {
            DuckDBErrorType.Io => "Check that the disk has room and the file is writable; nothing of this step was kept.",
            DuckDBErrorType.OutOfMemory => "Free memory or work on fewer addresses at once; nothing of this step was kept.",
            _ => "Nothing of this step was kept; please report the message with the command that led to it.",
        },
        failure);

    private static string FirstLine(DuckDBException failure) => failure.Message.Split('\n')[0].TrimEnd('.', '\r', ' ');
}
