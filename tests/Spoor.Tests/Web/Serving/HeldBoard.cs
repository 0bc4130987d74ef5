using Spoor.Web.Accounts;
using Spoor.Web.Jobs;

namespace Spoor.Tests.Web.Serving;

/// <summary>Keeps every place of a board busy, so that whatever is ordered waits until it is let go.</summary>
internal sealed class HeldBoard : IAsyncDisposable
{
    private const int AtOnce = 2;

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly JobBoard _board;
    private readonly IReadOnlyList<Job> _jobs;

    private HeldBoard(JobBoard board)
    {
        _board = board;
        _jobs = [.. Enumerable.Range(0, AtOnce).Select(_ => board.Start(Holder, "held", WaitAsync))];
    }

    private static Caller Holder { get; } = Caller.BySession("holder", Role.Investigator);

    public static async Task<HeldBoard> OfAsync(ServedCase served)
    {
        var held = new HeldBoard(served.Server.Jobs);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ServedCase.Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (held._jobs.Any(job => held._board.Find(job.Id, Holder)!.State != JobState.Running))
        {
            await Task.Delay(10, limit.Token);
        }

        return held;
    }

    /// <summary>Lets the others have their turn.</summary>
    public ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        return ValueTask.CompletedTask;
    }

    private async Task<byte[]> WaitAsync(Action<IReadOnlyList<(string Name, long Value)>> report, CancellationToken cancellation)
    {
        await _end.Task.WaitAsync(cancellation);
        return [];
    }
}
