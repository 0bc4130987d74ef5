namespace Spoor.Transfers;

/// <summary>What can be seen of a file before its format is known.</summary>
/// <param name="Path">Where it is; messages and records show only its last part.</param>
/// <param name="Columns">In the order of the file.</param>
public sealed record FileShape(string Path, FileReader Reader, IReadOnlyList<FileColumn> Columns)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public bool Has(string column) => Columns.Any(known => known.Name == column);
}

/// <summary>How a file is parsed before its columns are understood.</summary>
public enum FileReader
{
    Csv,
    Parquet,
    JsonLines,
}

/// <summary>A column by name and by the type the engine reads it as.</summary>
public sealed record FileColumn(string Name, string Type = "VARCHAR");
