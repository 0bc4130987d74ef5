using Spoor.Transfers;

namespace Spoor.Incidents.Losses;

/// <summary>The time in which transfers of an incident's parties are looked at; those without a time always are.</summary>
/// <remarks>A hot wallet pays customers all its life; what left it long after the theft is another matter.</remarks>
/// <param name="Until">Its last moment.</param>
/// <param name="Outside">Timed transfers of the parties that lie outside it.</param>
public sealed record TransferWindow(DateTimeOffset From, DateTimeOffset Until, int Outside)
{
    private const int Days = 7;

    /// <summary>The window of an incident as of the end of a day; null where no transfers are at hand, or it had not begun.</summary>
    public static TransferWindow? Of(IncidentFacts facts, IReadOnlyList<Transfer> transfers, DateOnly? asOf)
    {
        var from = facts.Started.Start;
        var until = from.AddDays(Days);
        if (asOf is { } day)
        {
            var end = new DateTimeOffset(day.ToDateTime(new(23, 59, 59)), TimeSpan.Zero);
            until = end < until ? end : until;
        }

        var window = new TransferWindow(from, until, 0);
        return transfers.Count == 0 || until < from ? null : window with { Outside = transfers.Count(transfer => !window.Holds(transfer)) };
    }

    public bool Holds(Transfer transfer) => !transfer.IsTimed || (transfer.Time >= From && transfer.Time <= Until);
}
