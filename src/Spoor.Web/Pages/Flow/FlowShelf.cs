using System.Globalization;
using System.Runtime.CompilerServices;
using Spoor.Reporting.Flows.Views;
using Spoor.Tracing;
using Spoor.Web.Serving;
using Spoor.Workspace;

namespace Spoor.Web.Pages.Flow;

/// <summary>The traces that pages show: each is made once, also for several who look at it and after a reload, and a few are kept.</summary>
internal sealed class FlowShelf(Workbench workbench, HeavyWork heavy) : IDisposable
{
    // Another rule, and back again, of a case or two.
    private const int MaxKept = 24;

    // Transfers carried by all traces that are kept; more of them would crowd out everything else.
    private const long MaxCarried = 1_000_000;

    private readonly Lock _gate = new();
    private readonly LinkedList<FlowRun> _runs = [];
    private readonly CancellationTokenSource _closing = new();

    /// <summary>The trace of a question as a view wants it followed: one that runs or is done already, or a new one.</summary>
    public async Task<FlowRun> RunAsync(FlowQuestion question, FlowView view, CancellationToken cancellation)
    {
        string key = await KeyOfAsync(question, view, cancellation);
        lock (_gate)
        {
            if (_runs.FirstOrDefault(run => run.Key == key && !run.Found.IsFaulted && !run.Found.IsCanceled) is { } known)
            {
                _runs.Remove(known);
                _runs.AddFirst(known);
                return known;
            }

            var made = new FlowRun(key, CancellationTokenSource.CreateLinkedTokenSource(_closing.Token));
            made.Start((progress, token) => heavy.TurnAsync(turn => FlowWork.FindAsync(workbench, question, view, progress, turn), token));
            _runs.AddFirst(made);
            Clear();
            return made;
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private void Clear()
    {
        long carried = 0;
        int kept = 0;
        foreach (var run in _runs.ToList())
        {
            carried += run.Found.IsCompletedSuccessfully ? run.Carried : 0;
            bool over = run.Found.IsCompleted && (run.Found.IsFaulted || run.Found.IsCanceled || ++kept > MaxKept || (carried > MaxCarried && kept > 1));
            if (over)
            {
                _runs.Remove(run);
            }
        }
    }

    // Names the data, too: what was imported since is not in an older trace.
    private async Task<string> KeyOfAsync(FlowQuestion question, FlowView view, CancellationToken cancellation)
    {
        var store = await workbench.TransfersAsync(cancellation);
        var heads = await store.HeadsAsync(cancellation);
        var history = await workbench.HistoryAsync(cancellation);
        return string.Join(
            '\n',
            question.Key,
            view.Rule.Name,
            string.Join(',', view.Through.Select(place => $"{place.Chain}/{place}")),
            string.Join(',', view.StopAt.Select(place => $"{place.Chain}/{place}")),
            string.Join(',', heads.Select(head => string.Create(CultureInfo.InvariantCulture, $"{head.Chain} {head.Transfers} {head.Last.UtcTicks}"))),
            RuntimeHelpers.GetHashCode(history).ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>A trace being made, or made.</summary>
internal sealed class FlowRun(string key, CancellationTokenSource stop) : IProgress<TraceProgress>
{
    private TraceProgress _progress;

    public string Key => key;

    /// <summary>How far it is.</summary>
    public TraceProgress Progress => _progress;

    public Task<FlowFound> Found { get; private set; } = Task.FromException<FlowFound>(new InvalidOperationException("It was not started."));

    /// <summary>Transfers that a finished trace holds.</summary>
    public long Carried { get; private set; }

    public void Start(Func<IProgress<TraceProgress>, CancellationToken, Task<FlowFound>> work) => Found = RunAsync(work);

    public void Cancel() => stop.Cancel();

    public void Report(TraceProgress value) => _progress = value;

    private async Task<FlowFound> RunAsync(Func<IProgress<TraceProgress>, CancellationToken, Task<FlowFound>> work)
    {
        var found = await work(this, stop.Token);
        Carried = found.Trace.Transfers.Count;
        return found;
    }
}
