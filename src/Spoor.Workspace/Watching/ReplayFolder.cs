using Spoor.Chains.Files;
using Spoor.Storage;

namespace Spoor.Workspace.Watching;

/// <summary>Where a data folder keeps the files that its replayed watch was given, and what the last replay came to.</summary>
public sealed record ReplayFolder
{
    public const string WatchName = "watch.yaml";
    public const string PricesName = "prices.csv";
    public const string RecipientsName = "recipients.csv";

    private const string LastName = "replay.json";

    private readonly string _path;

    private ReplayFolder(string path) => _path = path;

    public static ReplayFolder In(DataFolder folder) => new(Path.Combine(folder.Path, "replay"));

    /// <summary>A file that was kept; null where there is none.</summary>
    /// <exception cref="FormatException">It is not UTF-8.</exception>
    public InputFile? Read(string name) => Path.Combine(_path, name) is var path && File.Exists(path) ? InputFile.Read(path) : null;

    public bool Has(string name) => File.Exists(Path.Combine(_path, name));

    /// <summary>Keeps a file in place of the one of that name: all of it or nothing.</summary>
    public void Keep(string name, byte[] content)
    {
        Directory.CreateDirectory(_path);
        string path = Path.Combine(_path, name);
        File.WriteAllBytes($"{path}.new", content);
        File.Move($"{path}.new", path, overwrite: true);
    }

    /// <summary>Keeps what a replay came to, in place of the one before.</summary>
    public void KeepLast(byte[] document) => Keep(LastName, document);

    /// <summary>What the last replay came to; null where there was none.</summary>
    public byte[]? Last() => Path.Combine(_path, LastName) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    /// <summary>Changes whenever another replay is kept; empty where there was none.</summary>
    public string Stamp() => new FileInfo(Path.Combine(_path, LastName)) is { Exists: true } file
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}:{file.Length}")
        : "";
}
