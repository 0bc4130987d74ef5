namespace Spoor.Storage.DuckDb.Import;

/// <summary>A file cannot be read to its end; nothing of it was imported.</summary>
public sealed class DamagedFileException : Exception
{
    internal DamagedFileException(string file, string problem, string remedy, Exception? inner = null)
        : base($"{file}: {problem}. Nothing of the file was imported. {remedy}", inner) => File = file;

    /// <summary>The file's name without its folder.</summary>
    public string File { get; }

    internal static DamagedFileException Truncated(string file, Exception? inner = null) => new(
        file,
        "the compressed data end early or are damaged, so rows are missing",
        "Copy or download the file again; 'gzip -t' or 'zstd -t' tests a copy.",
        inner);
}
