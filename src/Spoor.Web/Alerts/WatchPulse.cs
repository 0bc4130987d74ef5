using Spoor.Web.Serving;

namespace Spoor.Web.Alerts;

/// <summary>Whether a live watch still works, by what it writes into the folder in which its alert file lies.</summary>
internal sealed class WatchPulse(ServeSettings settings)
{
    // A watch of the slowest chain that Spoor knows stores a block in that time.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private static readonly string[] Written = ["spoor.duckdb.wal", "spoor.duckdb", "watch.checkpoint", "watch.beginning"];

    /// <summary>When it last wrote anything, and whether that is too long ago; nothing where the alert file is not in the folder of a watch.</summary>
    public (DateTimeOffset? At, bool IsSilent) Now()
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(settings.AlertFile))!;

        // The server holds its own data folder: no watch can write there.
        if (folder == settings.Folder.Path)
        {
            return (null, false);
        }

        var written = Written.Append(Path.GetFileName(settings.AlertFile)).Select(name => new FileInfo(Path.Combine(folder, name))).Where(file => file.Exists).ToList();
        if (written.Count == 0)
        {
            return (null, false);
        }

        var last = new DateTimeOffset(written.Max(file => file.LastWriteTimeUtc), TimeSpan.Zero);
        return (last, settings.Clock.GetUtcNow() - last > Longest);
    }
}
