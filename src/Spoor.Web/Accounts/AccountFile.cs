using Spoor.Storage;

namespace Spoor.Web.Accounts;

/// <summary>The file of accounts and keys in the data folder: written whole or not at all, and seen by a running server when it changes.</summary>
public sealed class AccountFile
{
    private const string Name = "accounts.json";
    private const int MaxBytes = 4 << 20;

    private readonly string _path;
    private readonly Lock _gate = new();
    private (DateTime Written, long Length) _seen = (DateTime.MinValue, -1);
    private AccountBook _book = AccountBook.Empty;

    private AccountFile(string path) => _path = path;

    /// <exception cref="FormatException">The folder is none: accounts must outlive the process.</exception>
    public static AccountFile In(DataFolder folder) => folder.IsInMemory
        ? throw new FormatException("--data: expected a folder, found :memory:; accounts must outlive the process.")
        : new(Path.Combine(folder.Path, Name));

    /// <summary>As it lies there now; empty where there is none.</summary>
    /// <exception cref="FormatException">The file holds something else.</exception>
    public AccountBook Current()
    {
        lock (_gate)
        {
            var file = new FileInfo(_path);
            var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : (DateTime.MinValue, 0L);
            if (now != _seen)
            {
                _book = file.Exists ? AccountJson.Read(Bytes(), _path) : AccountBook.Empty;
                _seen = now;
            }

            return _book;
        }
    }

    /// <summary>Changes it: the old file or the new one is on the disk, whatever happens.</summary>
    /// <exception cref="FormatException">The change is not allowed.</exception>
    /// <exception cref="IOException">Somebody else changes it at this moment.</exception>
    public AccountBook Change(Func<AccountBook, AccountBook> change)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        lock (_gate)
        {
            using var held = new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            _seen = (DateTime.MinValue, -1);
            var book = change(File.Exists(_path) ? AccountJson.Read(Bytes(), _path) : AccountBook.Empty);
            string partial = _path + ".new";
            using (var file = new FileStream(partial, PrivateFile()))
            {
                AccountJson.Write(book, file);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, _path, overwrite: true);
            return book;
        }
    }

    private byte[] Bytes() => new FileInfo(_path).Length <= MaxBytes
        ? File.ReadAllBytes(_path)
        : throw new FormatException($"{_path}: expected at most {MaxBytes} bytes.");

    // Hashes of good passwords are still worth stealing: nobody else on the machine reads them.
    private static FileStreamOptions PrivateFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
