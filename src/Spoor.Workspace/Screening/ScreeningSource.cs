using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Valuation;
using Spoor.Workspace.Incidents;

namespace Spoor.Workspace.Screening;

/// <summary>The book from which a server screens, built once and again when what it rests on has changed.</summary>
public sealed class ScreeningSource(Workbench workbench) : IDisposable
{
    private readonly SemaphoreSlim _building = new(1);
    private ScreeningBook? _book;
    private long _changes;

    /// <summary>The book as it was built last; the first who asks waits for it.</summary>
    public async Task<ScreeningBook> BookAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _book) is { } built)
        {
            return built;
        }

        await _building.WaitAsync(cancellation);
        try
        {
            if (_book is { } ready)
            {
                return ready;
            }

            // A book of a store that changed meanwhile is good for this once, and not kept.
            long changes = Interlocked.Read(ref _changes);
            var book = await BuildAsync(cancellation);
            Volatile.Write(ref _book, changes == Interlocked.Read(ref _changes) ? book : null);
            return book;
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>Forgets the book: the store has changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        Volatile.Write(ref _book, null);
    }

    public void Dispose() => _building.Dispose();

    private async Task<ScreeningBook> BuildAsync(CancellationToken cancellation)
    {
        ScreeningGround ground = new(new([], PriceSymbols.Builtin), TokenList.Builtin);
        foreach (var head in await workbench.Store.HeadsAsync(cancellation))
        {
            ground.AddAll(await workbench.Store.AllAsync(head.Chain, cancellation));
        }

        var history = await workbench.HistoryAsync(cancellation);
        var labels = IncidentLabels.Of(workbench.Incidents).Then(history.At(null));
        return ScreeningBook.Build(ground, labels, history.Lineage, TokenList.Builtin, ScreeningRules.Builtin);
    }
}
