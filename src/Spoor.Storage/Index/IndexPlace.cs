namespace Spoor.Storage.Index;

/// <summary>Where the index of a data folder lies, and where the next one is built.</summary>
internal sealed class IndexPlace(string folder)
{
    private readonly Lock _progress = new();

    internal string File { get; } = Path.Combine(folder, "spoor.index");

    /// <summary>Everything of a build that is not whole yet; a build that was cut short leaves it, and the next one goes on from there.</summary>
    internal string Scratch { get; } = Path.Combine(folder, "spoor.index.building");

    internal string NewFile => Path.Combine(Scratch, "index");

    private string ProgressFile => Path.Combine(Scratch, "progress");

    internal bool Exists => System.IO.File.Exists(File);

    internal void ClearScratch()
    {
        if (Directory.Exists(Scratch))
        {
            Directory.Delete(Scratch, recursive: true);
        }
    }

    /// <summary>Puts a whole index into its place; whoever has the old one open goes on reading that.</summary>
    internal void Swap() => System.IO.File.Move(NewFile, File, overwrite: true);

    internal void Drop() => System.IO.File.Delete(File);

    /// <summary>How often rows were taken from the log since the store was opened.</summary>
    internal long Removals { get; private set; }

    /// <summary>Rows are taken from the log, or changed: what a build noted may be of rows that are no more.</summary>
    internal void RowsChanged()
    {
        lock (_progress)
        {
            Removals++;
            if (Directory.Exists(Scratch))
            {
                System.IO.File.Delete(ProgressFile);
            }
        }
    }

    /// <param name="bytes">How far a build has come.</param>
    /// <param name="removals">What <see cref="Removals"/> was when it began.</param>
    internal void WriteProgress(byte[] bytes, long removals)
    {
        lock (_progress)
        {
            if (removals == Removals)
            {
                System.IO.File.WriteAllBytes(ProgressFile + ".new", bytes);
                System.IO.File.Move(ProgressFile + ".new", ProgressFile, overwrite: true);
            }
        }
    }

    internal byte[]? ReadProgress() => System.IO.File.Exists(ProgressFile) ? System.IO.File.ReadAllBytes(ProgressFile) : null;
}
