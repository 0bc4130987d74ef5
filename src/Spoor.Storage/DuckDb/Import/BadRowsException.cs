namespace Spoor.Storage.DuckDb.Import;

/// <summary>A file has faulty rows; nothing of it was imported.</summary>
public sealed class BadRowsException : Exception
{
    /// <summary>How many faults a message lists.</summary>
    public const int Listed = 20;

    internal BadRowsException(string file, IReadOnlyList<ImportFault> faults, long count)
        : base(Describe(file, faults, count))
    {
        File = file;
        Faults = faults;
        Count = count;
    }

    /// <summary>The file's name without its folder.</summary>
    public string File { get; }

    /// <summary>The first faults by line, at most <see cref="Listed"/>.</summary>
    public IReadOnlyList<ImportFault> Faults { get; }

    public long Count { get; }

    private static string Describe(string file, IReadOnlyList<ImportFault> faults, long count)
    {
        string more = count > faults.Count ? $"\n… and {count - faults.Count} more." : "";
        return string.Join('\n', faults.Select(fault => $"{file}, {fault}.")) + more
            + $"\nNothing of {file} was imported. Correct the file, or import the good rows and have the others listed with --on-error report.";
    }
}
