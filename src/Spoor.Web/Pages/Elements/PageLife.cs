namespace Spoor.Web.Pages.Elements;

/// <summary>From when a component is made until nobody looks at it any longer.</summary>
/// <remarks>Its token outlives its source: work that was waiting when a page was left may still ask it.</remarks>
internal sealed class PageLife : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public PageLife() => Left = _source.Token;

    /// <summary>Cancelled when the page is left.</summary>
    public CancellationToken Left { get; }

    public bool IsOver => Left.IsCancellationRequested;

    /// <summary>Does something now, and again after every pause, until the page is left.</summary>
    public async Task RepeatAsync(TimeSpan pause, TimeProvider clock, Func<CancellationToken, Task> work)
    {
        using var timer = new PeriodicTimer(pause, clock);
        try
        {
            do
            {
                await work(Left);
            }
            while (await timer.WaitForNextTickAsync(Left));
        }
        catch (OperationCanceledException) when (IsOver)
        {
            // Nobody looks any longer.
        }
    }

    public void Dispose()
    {
        _source.Cancel();
        _source.Dispose();
    }
}
