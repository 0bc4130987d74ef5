using System.Diagnostics.CodeAnalysis;
using Spoor.Storage;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace.Importing;

namespace Spoor.Web.Jobs;

/// <summary>What work does: reports how far it is, heeds the token, gives a document.</summary>
public delegate Task<byte[]> JobWork(Action<IReadOnlyList<(string Name, long Value)>> report, CancellationToken cancellation);

/// <summary>The long work of a server: few run at once, few wait, and what they made is kept for a while.</summary>
public sealed class JobBoard(TimeProvider clock) : IAsyncDisposable
{
    private const int AtOnce = 2;
    private const int MaxOpen = 32;
    private const int MaxOpenOfOne = 8;
    private const int MaxKept = 200;
    private const long MaxKeptBytes = 256L << 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(AtOnce);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>How long a document is kept.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromHours(1);

    /// <param name="about">What it works on, such as an incident or the name of a file.</param>
    /// <param name="saveAs">What a browser saves the document as; null where it is JSON.</param>
    /// <param name="needs">Let go when the job is over, also where it never began.</param>
    /// <exception cref="RefusalException">Too much waits already; what it needs is the caller's to let go.</exception>
    public Job Start(Caller caller, string kind, JobWork work, string about = "", string? saveAs = null, IDisposable? needs = null)
    {
        lock (_gate)
        {
            RequireRoom(caller);
            var job = new Job { Id = Secret.DrawName(16), Kind = kind, About = about, SaveAs = saveAs, Owner = caller.Name, Created = clock.GetUtcNow() };
            var entry = new Entry(job, CancellationTokenSource.CreateLinkedTokenSource(_closing.Token), needs);
            _entries[job.Id] = entry;
            entry.Running = Task.Run(() => FollowAsync(entry, work), CancellationToken.None);
            return job;
        }
    }

    /// <summary>Refuses a caller for whom no job could start now.</summary>
    /// <exception cref="RefusalException">Too much waits already.</exception>
    public void RequireRoom(Caller caller)
    {
        lock (_gate)
        {
            Clear();
            var open = _entries.Values.Where(entry => !entry.Job.IsOver).ToList();
            if (open.Count >= MaxOpen || open.Count(entry => entry.Job.Owner == caller.Name) >= MaxOpenOfOne)
            {
                throw new RefusalException(Problem.Busy, $"Expected at most {MaxOpenOfOne} jobs of one caller and {MaxOpen} of all; wait for one to end, or cancel one.");
            }
        }
    }

    /// <summary>A job that a caller may see; null where there is none.</summary>
    public Job? Find(string id, Caller caller)
    {
        lock (_gate)
        {
            Clear();
            return _entries.GetValueOrDefault(id)?.Job is { } job && Sees(caller, job) ? job : null;
        }
    }

    /// <summary>The jobs that a caller may see, the newest first.</summary>
    public IReadOnlyList<Job> Of(Caller caller)
    {
        lock (_gate)
        {
            Clear();
            return [.. _entries.Values.Select(entry => entry.Job).Where(job => Sees(caller, job)).OrderByDescending(job => job.Created).ThenBy(job => job.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>Asks a job to stop; one that is over stays as it is.</summary>
    public void Cancel(string id)
    {
        CancellationTokenSource? stop;
        lock (_gate)
        {
            stop = _entries.GetValueOrDefault(id)?.Stop;
        }

        stop?.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        List<Task> running;
        lock (_gate)
        {
            running = [.. _entries.Values.Select(entry => entry.Running)];
        }

        await Task.WhenAll(running);
        _turn.Dispose();
        _closing.Dispose();
    }

    // Its span stands under that of the request which ordered it, though that was answered long before.
    private async Task FollowAsync(Entry entry, JobWork work)
    {
        using var span = RequestTrace.Part("job")?.SetTag("spoor.job.kind", entry.Job.Kind);
        await RunAsync(entry, work);
        span?.SetTag("spoor.job.state", entry.Job.State.ToString().ToLowerInvariant());
    }

    [SuppressMessage("Design", "CA1031", Justification = "The top of a job: whatever nobody foresaw ends it and is told to who asked.")]
    private async Task RunAsync(Entry entry, JobWork work)
    {
        string id = entry.Job.Id;
        try
        {
            byte[] document = await WorkAsync(entry, work);
            Change(id, job => job with { State = JobState.Done, Ended = clock.GetUtcNow(), Document = document });
        }
        catch (OperationCanceledException)
        {
            Change(id, job => job with { State = JobState.Cancelled, Ended = clock.GetUtcNow() });
        }
        catch (Exception failure)
        {
            Change(id, job => job with { State = JobState.Failed, Ended = clock.GetUtcNow(), Failure = WordsOf(failure), Faults = (failure as FaultyFileException)?.Lines ?? [] });
        }
    }

    // What it needed is let go before it is over: whoever sees that may count on it.
    private async Task<byte[]> WorkAsync(Entry entry, JobWork work)
    {
        var (id, cancellation) = (entry.Job.Id, entry.Stop.Token);
        using var needs = entry.Needs;
        await _turn.WaitAsync(cancellation);
        try
        {
            Change(id, job => job with { State = JobState.Running });
            return await work(progress => Change(id, job => job with { Progress = progress }), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    // What a file or the store says may name paths of the server.
    private static string WordsOf(Exception failure) => failure switch
    {
        RefusalException or FormatException => failure.Message,
        StorageException => "The store of the server did not do what was asked.",
        IOException => "A file of the server could not be read or written.",
        _ => $"This is an error in Spoor ({failure.GetType().Name}); please report what you asked for.",
    };

    private void Change(string id, Func<Job, Job> change)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out var entry))
            {
                entry.Job = change(entry.Job);
            }
        }
    }

    private void Clear()
    {
        var now = clock.GetUtcNow();
        var over = _entries.Values.Where(entry => entry.Job.IsOver).OrderByDescending(entry => entry.Job.Ended).ToList();
        long bytes = 0;
        for (int i = 0; i < over.Count; i++)
        {
            bytes += over[i].Job.Document.Length;
            if (i >= MaxKept || bytes > MaxKeptBytes || now - over[i].Job.Ended > Kept)
            {
                _entries.Remove(over[i].Job.Id);
                over[i].Stop.Dispose();
            }
        }
    }

    private static bool Sees(Caller caller, Job job) => job.Owner == caller.Name || caller.Role == Role.Admin;

    private sealed class Entry(Job job, CancellationTokenSource stop, IDisposable? needs)
    {
        public IDisposable? Needs { get; } = needs;

        public Job Job { get; set; } = job;

        public CancellationTokenSource Stop { get; } = stop;

        public Task Running { get; set; } = Task.CompletedTask;
    }
}
