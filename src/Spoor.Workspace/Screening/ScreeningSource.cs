using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Valuation;
using Spoor.Workspace.Incidents;

namespace Spoor.Workspace.Screening;

/// <summary>The book from which a server screens, built when it is first asked for and again when what it rests on has changed.</summary>
/// <remarks>Building takes a minute for millions of labels: it goes on when whoever waited for it has gone, and the next who asks finds it done.</remarks>
public sealed class ScreeningSource(Workbench workbench) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ending = new();
    private Task<ScreeningBook>? _book;
    private Task _last = Task.CompletedTask;

    /// <summary>The book as it was built last; the first who asks waits for it.</summary>
    public Task<ScreeningBook> BookAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_book is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _last = _book = BuildAfterAsync(_last);
            }

            return _book.IsCompleted ? _book : _book.WaitAsync(cancellation);
        }
    }

    /// <summary>Forgets the book: the store has changed.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _book = null;
        }
    }

    /// <summary>Waits for what is being built, because it reads a store that somebody else closes next.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    // One at a time: two would need twice the memory.
    private async Task<ScreeningBook> BuildAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        var book = await BuildAsync(_ending.Token);

        // What building leaves behind is as large as the book; given back now, once, it is not given back in the middle of an answer.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return book;
    }

    private async Task<ScreeningBook> BuildAsync(CancellationToken cancellation)
    {
        ScreeningGround ground = new(workbench.Prices?.Book ?? PriceBook.Empty, TokenList.Builtin);
        foreach (var head in await workbench.Store.HeadsAsync(cancellation))
        {
            await ground.AddAsync(workbench.Store, head.Chain, cancellation);
        }

        var history = await workbench.HistoryAsync(cancellation);
        var labels = IncidentLabels.Of(workbench.Incidents).Then(history.At(null));
        return ScreeningBook.Build(ground, labels, history.Lineage, TokenList.Builtin, ScreeningRules.Builtin);
    }
}
