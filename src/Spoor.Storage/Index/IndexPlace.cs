namespace Spoor.Storage.Index;

/// <summary>Where the index of a data folder lies, and where the next one is built.</summary>
internal sealed class IndexPlace(string folder)
{
    internal string File { get; } = Path.Combine(folder, "spoor.index");

    /// <summary>Everything of a build that is not whole yet; a build that was killed leaves it, the next one clears it.</summary>
    internal string Scratch { get; } = Path.Combine(folder, "spoor.index.building");

    internal string NewFile => Path.Combine(Scratch, "index");

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

}
