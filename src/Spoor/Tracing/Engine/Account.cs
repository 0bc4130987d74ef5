using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>One holding during a run: its history, how far that has been played, and its books.</summary>
/// <remarks>
/// While no taint is in it a holding sleeps: its payments are clean whatever the rule, so nothing needs to be played.
/// When taint arrives, all that happened since is caught up on as clean, and the holding takes its place in the queue.
/// </remarks>
internal sealed class Account(Holding holding, Transfer[] history, TaintRule rule, Queue<(DateTimeOffset At, int Theft)> moments)
{
    private int _next;

    public Holding Holding { get; } = holding;

    public ITaint Books { get; private set; } = rule.Open();

    public bool Awake { get; set; }

    /// <summary>Never put to sleep: its opening balance, or all of it at some moment, is claimed.</summary>
    public required bool Root { get; init; }

    public int Hop { get; set; } = int.MaxValue;

    /// <summary>Claims on all that is held at a moment, still to be applied, in order.</summary>
    public Queue<(DateTimeOffset At, int Theft)> Moments { get; } = moments;

    /// <summary>The next transfer to be played; null at the end of the history.</summary>
    public Transfer? Next => _next < history.Length ? history[_next] : null;

    public void Advance() => _next++;

    /// <summary>Whether a transfer lies behind what has been played.</summary>
    public bool HasPlayed(Transfer transfer, Orientation orientation) => _next > 0 && orientation.Compare(transfer, history[_next - 1]) <= 0;

    public void Receive(List<TakenLot> lots)
    {
        foreach (var (_, lot) in lots)
        {
            Books.Receive(lot);
        }
    }

    /// <summary>Replaces every lot, keeping their order; the overcount of the old books is handed out first.</summary>
    public void Rewrite(Func<Lot, Lot> change)
    {
        var books = rule.Open();
        foreach (var lot in Books.Held())
        {
            books.Receive(change(lot));
        }

        Books = books;
    }
}
