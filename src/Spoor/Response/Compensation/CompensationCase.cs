using Spoor.Records;
using Spoor.Response.Compensation.Books;

namespace Spoor.Response.Compensation;

/// <summary>A compensation as the acts of the desk have made it.</summary>
public sealed record CompensationCase
{
    public required CompensationOpening Opening { get; init; }

    public required CompensationBooks Books { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>The act that opened it; null where none did.</summary>
    public static Act? OpeningOf(ActLog log) => log.Acts.FirstOrDefault(act => act.Kind == CompensationActs.Opened);

    /// <summary>Up to and with the act that published a root last; null where none did.</summary>
    public static long? LastPublished(ActLog log) => log.Acts.LastOrDefault(act => act.Kind == CompensationActs.Published)?.Number;

    /// <summary>Books every act in order.</summary>
    /// <param name="pledges">What the opening names by its hash.</param>
    /// <param name="paymentsOf">Reads the payments of a file named by its hash.</param>
    /// <param name="until">The last act that counts; null for all.</param>
    /// <exception cref="FormatException">An act does not fit those before it, so the log is not one that Spoor wrote.</exception>
    public static CompensationCase Fold(ActLog log, Act opened, PledgeTable pledges, Func<string, IReadOnlyList<CompensationPayment>> paymentsOf, long? until = null)
    {
        var books = new CompensationBooks(pledges);
        foreach (var act in log.Acts.Where(act => act.Number <= (until ?? long.MaxValue) && CompensationActs.IsEntry(act)))
        {
            if (books.Offer(CompensationActs.EntryOf(act, paymentsOf)) is EntryVerdict.Refused refused)
            {
                throw new FormatException($"Act {act.Number} ({act.Kind}): {refused.Reason}. Spoor does not write such an act; the log was changed.");
            }
        }

        return new() { Opening = OpeningAct.Read(opened), Books = books, Opened = opened.At };
    }
}
