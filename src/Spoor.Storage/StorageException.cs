namespace Spoor.Storage;

/// <summary>The store could not do what was asked: the file, the disk or the database behind it refused.</summary>
public sealed class StorageException : Exception
{
    /// <param name="file">The store's file, or <c>:memory:</c>.</param>
    /// <param name="problem">What happened, without a full stop.</param>
    /// <param name="remedy">What the user can do about it, as a sentence.</param>
    public StorageException(string file, string problem, string remedy, Exception? inner = null)
        : base($"Store {file}: {problem}. {remedy}", inner)
    {
        File = file;
        Remedy = remedy;
    }

    public string File { get; }

    public string Remedy { get; }
}
