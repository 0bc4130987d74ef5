namespace Spoor.Storage;

/// <summary>The folder a user names with <c>--data</c>; everything Spoor keeps lies in it.</summary>
public sealed record DataFolder
{
    /// <summary>What to say instead of a folder to keep nothing on disk.</summary>
    public const string Memory = ":memory:";

    /// <summary>Where data goes when the user names no folder.</summary>
    public const string Default = "spoor-data";

    private const string StoreName = "spoor.duckdb";

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public bool IsInMemory => Path == Memory;

    /// <summary>The database file, or <see cref="Memory"/>.</summary>
    public string StoreFile => IsInMemory ? Memory : System.IO.Path.Combine(Path, StoreName);

    /// <param name="path">A folder, created when the store is opened; or <see cref="Memory"/>.</param>
    public static DataFolder At(string path) => new(path == Memory ? Memory : System.IO.Path.GetFullPath(path));

    /// <exception cref="StorageException">The folder is not there and cannot be made.</exception>
    internal void Create()
    {
        if (IsInMemory)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                StoreFile, $"the folder cannot be created ({failure.Message})", "Name a folder you may write to with --data.", failure);
        }
    }
}
