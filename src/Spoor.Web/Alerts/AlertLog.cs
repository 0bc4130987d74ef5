using Microsoft.Win32.SafeHandles;
using Spoor.Detection;
using Spoor.Reporting;

namespace Spoor.Web.Alerts;

/// <summary>Notices as lines of a file: what was told stays told, whatever happens to the process.</summary>
/// <remarks>
/// A notice is on the disk before anybody sends it on. A line that a kill cut in half is cut off on opening, and a
/// notice that a replay tells again is not written again, so the file reads the same as if nothing had happened.
/// </remarks>
public sealed class AlertLog : IAlertSink, IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly SafeFileHandle _lock;
    private readonly TimeProvider _clock;
    private readonly List<AlertEntry> _entries;
    private readonly HashSet<string> _keys;
    private readonly Lock _gate = new();
    private TaskCompletionSource _more = NewSignal();

    private AlertLog(string path, SafeFileHandle file, SafeFileHandle held, List<AlertEntry> entries, TimeProvider clock)
    {
        Path = path;
        _file = file;
        _lock = held;
        _entries = entries;
        _keys = entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        _clock = clock;
    }

    public string Path { get; }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <exception cref="FormatException">The file holds something else.</exception>
    /// <exception cref="IOException">Another process writes to it.</exception>
    public static AlertLog Open(string path, TimeProvider clock)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);

        // A file of its own, since not every system can keep out other writers and let readers in.
        var held = File.OpenHandle(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var entries = AlertLines.Read(file, path, clock.GetUtcNow());
            RandomAccess.SetLength(file, entries.Count == 0 ? 0 : entries[^1].Next);
            return new(path, file, held, entries, clock);
        }
        catch
        {
            file.Dispose();
            held.Dispose();
            throw;
        }
    }

    public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string key = AlertEntry.KeyOf(notice.Alert, notice.Number);
        lock (_gate)
        {
            if (_keys.Contains(key))
            {
                return ValueTask.CompletedTask;
            }

            Append(key, AlertJson.Document(notice));
            _more.SetResult();
            _more = NewSignal();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The notice at a place of the file, counted from 0; waits until there is one.</summary>
    public async Task<AlertEntry> EntryAsync(int index, CancellationToken cancellation)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (index < _entries.Count)
                {
                    return _entries[index];
                }

                more = _more.Task;
            }

            await more.WaitAsync(cancellation);
        }
    }

    /// <summary>The place of the notice that begins at an offset, or the end of the file; null when no line begins there.</summary>
    public int? IndexAt(long offset)
    {
        lock (_gate)
        {
            int index = _entries.FindIndex(entry => entry.Offset >= offset);
            long found = index >= 0 ? _entries[index].Offset : End;
            return found != offset ? null : index >= 0 ? index : _entries.Count;
        }
    }

    /// <summary>The document of a notice, byte for byte as it was told.</summary>
    public async Task<byte[]> ReadAsync(AlertEntry entry, CancellationToken cancellation)
    {
        byte[] document = new byte[entry.Length];
        int read = await RandomAccess.ReadAsync(_file, document, entry.Offset, cancellation);
        return read == entry.Length
            ? document
            : throw new IOException($"{Path}: expected {entry.Length} bytes of notice {entry.Key} at {entry.Offset}, found {read}; the file was cut while Spoor ran.");
    }

    /// <summary>Where the next notice will begin.</summary>
    public long Length
    {
        get
        {
            lock (_gate)
            {
                return End;
            }
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private long End => _entries.Count == 0 ? 0 : _entries[^1].Next;

    private void Append(string key, byte[] document)
    {
        long offset = End;
        try
        {
            RandomAccess.Write(_file, (byte[])[.. document, (byte)'\n'], offset);
            RandomAccess.FlushToDisk(_file);
        }
        catch
        {
            RandomAccess.SetLength(_file, offset);
            throw;
        }

        _entries.Add(new(key, offset, document.Length, _clock.GetUtcNow()));
        _keys.Add(key);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
