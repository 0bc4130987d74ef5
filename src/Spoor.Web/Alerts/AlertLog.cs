using System.Diagnostics;
using System.Text.Json;
using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Storage.Journals;

namespace Spoor.Web.Alerts;

/// <summary>Notices as lines of a file: what was told stays told, whatever happens to the process.</summary>
/// <remarks>
/// A notice is on the disk before anybody sends it on. A notice that a replay tells again is not written again, so the
/// file reads the same as if nothing had happened.
/// </remarks>
public sealed class AlertLog : IAlertSink, IDisposable
{
    // Far more than a replay tells again, or a receiver misses in a day.
    private const int Kept = 32_768;

    private readonly Journal _journal;
    private readonly TimeProvider _clock;
    private readonly NoticeIndex _index;
    private readonly Lock _gate = new();
    private TaskCompletionSource _more = NewSignal();

    private AlertLog(Journal journal, NoticeIndex index, TimeProvider clock)
    {
        _journal = journal;
        _index = index;
        _clock = clock;
    }

    public string Path => _journal.Path;

    /// <summary>Where the next notice will begin.</summary>
    public long Length
    {
        get
        {
            lock (_gate)
            {
                return _journal.Length;
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _index.Count;
            }
        }
    }

    /// <exception cref="FormatException">The file holds something else.</exception>
    /// <exception cref="IOException">Another process writes to it.</exception>
    public static AlertLog Open(string path, TimeProvider clock) => Open(path, clock, Kept);

    /// <param name="kept">How many notices are remembered at least; older ones are looked up in the file.</param>
    internal static AlertLog Open(string path, TimeProvider clock, int kept)
    {
        var journal = Journal.Open(path);
        try
        {
            var index = new NoticeIndex(journal, kept);
            var now = clock.GetUtcNow();
            foreach (var line in journal.Lines())
            {
                index.Add(EntryOf(journal.Read(line), path, index.Count + 1) with { Line = line, Seen = now });
            }

            return new(journal, index, clock);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    public ValueTask TellAsync(AlertNotice notice, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Tell(notice);
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a notice, unless it is there already.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Tell(AlertNotice notice)
    {
        string key = AlertEntry.KeyOf(notice.Alert, notice.Number);
        lock (_gate)
        {
            if (_index.Has(key))
            {
                return false;
            }

            var line = _journal.Append(AlertJson.Document(notice));
            _index.Add(new(key, notice.Owner, line, _clock.GetUtcNow(), Activity.Current?.Context ?? default));
            _more.SetResult();
            _more = NewSignal();
        }

        return true;
    }

    /// <summary>The notice at a place of the file, counted from 0; waits until there is one.</summary>
    public async Task<AlertEntry> EntryAsync(int index, CancellationToken cancellation)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (index < _index.Count)
                {
                    return _index.Recent(index) ?? Older(index);
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
            return _index.At(offset);
        }
    }

    /// <summary>The document of a notice, byte for byte as it was told.</summary>
    public byte[] Read(AlertEntry entry) => _journal.Read(entry.Line);

    public void Dispose() => _journal.Dispose();

    private AlertEntry Older(int index)
    {
        var line = _index.Older(index);
        return EntryOf(_journal.Read(line), Path, index + 1) with { Line = line, Seen = _clock.GetUtcNow() };
    }

    private static AlertEntry EntryOf(byte[] line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.GetProperty("spoor").GetString() == AlertJson.Format
                ? new(AlertEntry.KeyOf(root.GetProperty("alert").GetString()!, root.GetProperty("number").GetInt32()), root.GetProperty("owner").GetString()!, default, default)
                : throw Damaged(path, number, "another document", null);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Damaged(path, number, "something else", failure);
        }
    }

    private static FormatException Damaged(string path, int line, string found, Exception? inner) => new(
        $"{path}, line {line}: expected a notice ({AlertJson.Format}), found {found}. Move the file away, or name another with --alerts.", inner);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
