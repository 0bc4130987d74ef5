using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Records;
using Spoor.Storage;
using Spoor.Storage.Acts;

namespace Spoor.Web.Accounts;

/// <summary>Every change and every export: who, when, what. A file a month, each line with the hash of the one before it.</summary>
/// <remarks>The first line of a file holds the hash of the last line of the file before it, so that a whole month cannot be changed alone, either.</remarks>
public sealed class AuditLog : IDisposable
{
    private const string Began = "audit.began";

    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private ActFile? _file;
    private string _month = "";

    private AuditLog(string folder, TimeProvider clock) => (_folder, _clock) = (folder, clock);

    /// <exception cref="IOException">Another server writes to it.</exception>
    /// <exception cref="FormatException">It was changed after it was written.</exception>
    public static AuditLog Open(DataFolder folder, TimeProvider clock)
    {
        var log = new AuditLog(Path.Combine(folder.Path, "audit"), clock);
        log.OpenMonth(clock.GetUtcNow());
        return log;
    }

    /// <summary>This month's entries.</summary>
    public ActLog Current
    {
        get
        {
            lock (_gate)
            {
                return _file!.Log;
            }
        }
    }

    /// <summary>Writes down what a caller did; when this returns, it is on the disk.</summary>
    /// <param name="kind">Words of small letters with dots between: <c>key.added</c>.</param>
    public void Write(Caller caller, string kind, JsonObject about)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            OpenMonth(now);
            about["role"] = caller.Role.Word();
            _file!.Append(new(now, caller.Name, caller.Means, kind, about));
        }
    }

    public void Dispose() => _file?.Dispose();

    private void OpenMonth(DateTimeOffset now)
    {
        string month = now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (month == _month)
        {
            return;
        }

        var before = Before(month);
        var file = ActFile.Open(PathOf(month));
        if (file.Log.Acts.Count == 0)
        {
            file.Append(new(now, "spoor", "a new month begins", Began, new() { ["after"] = before.Name, ["head"] = before.Head }));
        }

        _file?.Dispose();
        (_file, _month) = (file, month);
    }

    private (string Name, string Head) Before(string month)
    {
        string? last = !Directory.Exists(_folder) ? null
            : Directory.EnumerateFiles(_folder, "????-??.jsonl").Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Where(name => string.CompareOrdinal(name, month) < 0).Order(StringComparer.Ordinal).LastOrDefault();
        return last is null ? ("", ActLog.Genesis) : (last, ActFile.Read(PathOf(last)).Head);
    }

    private string PathOf(string month) => Path.Combine(_folder, $"{month}.jsonl");
}
