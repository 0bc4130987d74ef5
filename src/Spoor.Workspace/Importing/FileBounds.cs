using Spoor.Storage.DuckDb.Import;

namespace Spoor.Workspace.Importing;

/// <summary>How much a file from outside may unfold to before it is read: a few packed bytes can stand for more than a machine holds.</summary>
/// <remarks>Real exports pack to a tenth or so; gzip packs zeros to a thousandth.</remarks>
public sealed record FileBounds
{
    /// <summary>A file may always unpack to so much.</summary>
    public long AlwaysUnpacked { get; init; } = 256L << 20;

    /// <summary>Beyond that, so many times its size on the disk.</summary>
    public long MostTimes { get; init; } = 100;

    /// <summary>The longest line: no row of an export is near it.</summary>
    public long MaxLine { get; init; } = 4L << 20;

    /// <summary>Brackets in brackets of a line of JSON.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Rows of a Parquet file for each of its bytes: a transaction hash alone takes more.</summary>
    public long MostRowsAByte { get; init; } = 8;

    /// <summary>A Parquet file may always have so many rows.</summary>
    public long AlwaysRows { get; init; } = 1_000_000;

    /// <exception cref="FaultyFileException">It goes beyond.</exception>
    public void Check(string path, CancellationToken cancellation)
    {
        var file = new PackedText(path);
        string name = Path.GetFileName(path);
        long most = Math.Max(AlwaysUnpacked, new FileInfo(path).Length * MostTimes);
        if (file.IsParquet)
        {
            CheckParquet(path, name, most, cancellation);
            return;
        }

        var walk = new TextWalk(file.IsJson);
        foreach (var part in file.Parts(cancellation))
        {
            walk.Take(part.Span);
            Require(walk.Bytes <= most, name, $"at most {most >> 20} MB unpacked", "more");
            Require(walk.LongestLine <= MaxLine, name, $"lines of at most {MaxLine >> 20} MB (JSON: one object a line)", "a longer one");
            Require(walk.Deepest <= MaxDepth, name, $"JSON of at most {MaxDepth} levels", "more");
        }
    }

    private void CheckParquet(string path, string name, long most, CancellationToken cancellation)
    {
        long rows = Math.Max(AlwaysRows, new FileInfo(path).Length * MostRowsAByte);
        var size = ParquetSize.Read(path, (rows, most), cancellation);
        Require(size.Rows <= rows, name, $"at most {MostRowsAByte} rows for each of its bytes", $"{size.Rows} rows");
        Require(size.Bytes <= most, name, $"at most {most >> 20} MB unpacked", $"{size.Bytes >> 20} MB");
        Require(size.Nested is null, name, "columns of texts, bytes, numbers and times (lists and structures: send JSON lines)", $"{size.Nested?.Name} of type {size.Nested?.Type}");
    }

    private static void Require(bool holds, string name, string expected, string found)
    {
        if (!holds)
        {
            throw FaultyFileException.Excess(name, expected, found);
        }
    }
}
