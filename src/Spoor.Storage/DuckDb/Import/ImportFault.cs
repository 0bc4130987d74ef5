namespace Spoor.Storage.DuckDb.Import;

/// <summary>What is wrong with one row of a file.</summary>
/// <param name="Line">Line in the decompressed file where the row begins, from 1; for Parquet the number of the row.</param>
/// <param name="Column">The column at fault; null when it is the row as a whole.</param>
/// <param name="Expected">After the word "expected".</param>
/// <param name="Found">As it stands in the file, shortened.</param>
/// <param name="Raw">The whole row as it stands in the file; empty for Parquet.</param>
public sealed record ImportFault(long Line, string? Column, string Expected, string Found, string Raw)
{
    private const int MaxFound = 120;

    /// <summary>What of a text is fit for a message of one line.</summary>
    internal static string Shorten(string? text)
    {
        string line = (text ?? "nothing").ReplaceLineEndings("⏎").Replace('\0', '␀');
        return line.Length <= MaxFound ? line : line[..MaxFound] + "…";
    }

    public override string ToString() =>
        $"line {Line}{(Column is null ? "" : $", column {Column}")}: expected {Expected}, found '{Found}'";
}

/// <summary>What to do when a row of a file is faulty.</summary>
public enum OnBadRow
{
    /// <summary>Import nothing and say what is wrong.</summary>
    Stop,

    /// <summary>Import the good rows and write the others to a file of rejects.</summary>
    Report,
}
