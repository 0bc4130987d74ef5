using System.Globalization;
using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>An address that passes what many pay it on to one other, as the deposit addresses of exchanges do.</summary>
/// <remarks>
/// In one asset and over all of its history. Where the collector has a label the label stops the trace one step further, with a
/// name, so that is no pass-through; docs/methods/stops.md says how the numbers were found, and what they get wrong.
/// </remarks>
/// <param name="Payers">Distinct addresses that paid it more than a trifle: a thousandth of all that it got.</param>
/// <param name="Payments">What it made of that, likewise.</param>
/// <param name="PerMille">What it passed on of all that it got.</param>
public sealed record PassThrough(Address Collector, long Payers, long Payments, int PerMille)
{
    private const int MinPayments = 3;
    private const int MinPerMille = 950;
    private const int Whole = 1_000;

    /// <param name="history">All that it moved of one asset.</param>
    internal static PassThrough? Of(Address address, IReadOnlyList<Transfer> history, StopRules rules)
    {
        // Most addresses have fewer movements than the rule asks for payers.
        if (history.Count < rules.MinPassThroughPayers || MeasureOf(address, history) is not { } found)
        {
            return null;
        }

        bool passes = found.Payers >= rules.MinPassThroughPayers && found.Payments >= MinPayments && found.PerMille >= MinPerMille;
        return passes && rules.Labels.Of(history[0].Chain, found.Collector) is null ? found : null;
    }

    /// <summary>In words.</summary>
    public string Explain(ChainId chain) => string.Create(
        CultureInfo.InvariantCulture,
        $"passes on what {Payers:N0} payers sent, {PerMille / 10}.{PerMille % 10} % of it in {Payments:N0} payments, to {AddressText.Render(chain, Collector)} alone");

    // Whatever the number of payments, one that goes elsewhere shows that somebody decides. Trifles show nothing: a thief can send himself a hundred for a few coins.
    private static PassThrough? MeasureOf(Address address, IReadOnlyList<Transfer> history)
    {
        if (CollectorOf(address, history) is not { } collector)
        {
            return null;
        }

        List<Transfer> moved = [.. history.Where(IsPayment)];
        var came = moved.FindAll(transfer => transfer.From != address);
        var left = moved.FindAll(transfer => transfer.From == address);
        var (got, passedOn) = (SumOf(came), SumOf(left));
        int perMille = got.IsZero ? 0 : (int)(Whole * BigInteger.Min(passedOn, got) / got);
        long payers = came.Where(transfer => transfer.From is not null).GroupBy(transfer => transfer.From).Count(ofPayer => !IsTrifle(SumOf(ofPayer), got));
        return new(collector, payers, left.Count(transfer => !IsTrifle(transfer.Amount.Units, passedOn)), perMille);
    }

    private static Address? CollectorOf(Address address, IReadOnlyList<Transfer> history)
    {
        Address? collector = null;
        foreach (var transfer in history)
        {
            if (transfer.From == address && IsPayment(transfer))
            {
                if (transfer.To is not { } payee || (collector is { } known && known != payee))
                {
                    return null;
                }

                collector = payee;
            }
        }

        return collector;
    }

    private static bool IsPayment(Transfer transfer) => !transfer.Amount.IsZero && transfer.Kind != TransferKind.Fee && transfer.From != transfer.To;

    // Whoever makes a token can have it say that 2^128 units and more were paid.
    private static BigInteger SumOf(IEnumerable<Transfer> transfers) => transfers.Aggregate(BigInteger.Zero, (sum, transfer) => sum + transfer.Amount.Units);

    private static bool IsTrifle(BigInteger part, BigInteger whole) => Whole * part < whole;
}
