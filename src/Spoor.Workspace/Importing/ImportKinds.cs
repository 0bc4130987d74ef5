using Spoor.Chains.Files;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Workspace.Importing;

/// <summary>Tells what a file holds: by its columns, as a reader of it would.</summary>
internal static class ImportKinds
{
    private static readonly string[] LedgerColumns = ["ledger", "victim", "usd"];

    // Formats that neither transfers nor ledgers come in.
    private static readonly string[] OfLabels = [".YAML", ".YML", ".XML"];

    /// <exception cref="DamagedFileException">It cannot be read at all.</exception>
    public static ImportKind Of(string path)
    {
        string bare = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(path) : path;
        if (OfLabels.Contains(Path.GetExtension(bare).ToUpperInvariant()))
        {
            return ImportKind.Labels;
        }

        var shape = FileShapes.Read(path);
        return FileFormats.All.Any(format => format.MissingIn(shape).Count == 0) ? ImportKind.Transfers
            : LedgerColumns.All(shape.Has) ? ImportKind.Ledger
            : ImportKind.Labels;
    }
}
