using Spoor.Tracing.Relevance;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Reads the traits of a tainted payment off its recipient's history.</summary>
internal static class TraitReading
{
    private const uint Thousand = 1_000;

    /// <summary>How long matching payments are looked for.</summary>
    private static readonly TimeSpan MatchWindow = TimeSpan.FromDays(7);

    /// <param name="history">The recipient's transfers of the asset, in the order of the trace.</param>
    public static PaymentTraits Of(Transfer payment, Address payee, Amount tainted, Transfer[] history, Orientation orientation)
    {
        var next = PaymentsAfter(payment, payee, history, orientation).ToList();
        TimeSpan? delay = next.Count > 0 ? (next[0].Time - payment.Time).Duration() : null;
        return new(
            PaymentTraits.LevelOfDelay(delay),
            PaymentTraits.LevelOfGap(GapOf(payment, next)),
            PaymentTraits.LevelOfShare(LargestRemainder.MultiplyDivide(tainted.Units, Thousand, payment.Amount.Units).Quotient));
    }

    // A fee is no passing on, and neither is a payment to oneself.
    private static IEnumerable<Transfer> PaymentsAfter(Transfer payment, Address payee, Transfer[] history, Orientation orientation)
    {
        int first = Array.BinarySearch(history, payment, orientation);
        for (int i = first < 0 ? ~first : first + 1; i < history.Length; i++)
        {
            var one = history[i];
            if (orientation.Payer(one) == payee && one.From != one.To && one.Kind != TransferKind.Fee && !one.Amount.IsZero)
            {
                yield return one;
            }
        }
    }

    private static UInt128 GapOf(Transfer payment, List<Transfer> next)
    {
        var received = payment.Amount.Units;
        var sum = UInt128.Zero;
        var smallest = received;
        foreach (var one in next)
        {
            if ((one.Time - payment.Time).Duration() > MatchWindow || sum / 2 > received)
            {
                break;
            }

            sum += one.Amount.Units;
            smallest = UInt128.Min(smallest, UInt128.Min(Distance(sum, received), Distance(one.Amount.Units, received)));
        }

        return LargestRemainder.MultiplyDivide(smallest, Thousand, received).Quotient;
    }

    private static UInt128 Distance(UInt128 one, UInt128 other) => one > other ? one - other : other - one;
}
