using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>Adds what an address paid among the later transfers to what the index counted.</summary>
internal static class TailPayments
{
    /// <param name="tail">The address's later transfers.</param>
    /// <param name="activity">All but its payments.</param>
    internal static Activity Add(IReadOnlyList<Transfer> tail, Address address, ChainIndex indexed, uint number, Activity activity)
    {
        var known = indexed.PaidDaysOf(number);
        List<Transfer> payments = [.. tail.Where(transfer => transfer.From == address && transfer.Kind != TransferKind.Token)];
        var transactions = payments.Select(payment => payment.Tx).Distinct();
        return activity with
        {
            Payments = known.Payments + transactions.LongCount(transaction => !indexed.Paid(number, transaction)),
            Days = DaysOf(known, [.. payments.Select(payment => PaidDays.DayOf(payment.Time))], indexed, number),
            Hours = BitOperations.PopCount(payments.Aggregate(known.Hours, (hours, payment) => hours | (1u << payment.Time.UtcDateTime.Hour))),
        };
    }

    // Later transfers are of later days, or of the last one; only files out of order make the index be read.
    private static long DaysOf(PaidDays known, HashSet<int> days, ChainIndex indexed, uint number)
    {
        if (days.Count == 0 || known.Payments == 0)
        {
            return known.Days + days.Count;
        }

        if (days.Min() >= known.LastDay)
        {
            return known.Days + days.Count - (days.Contains(known.LastDay) ? 1 : 0);
        }

        days.UnionWith(indexed.DaysPaid(number));
        return days.Count;
    }
}
