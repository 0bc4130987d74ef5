using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>An address that passes what many pay it on to one other, as the deposit addresses of exchanges do.</summary>
/// <remarks>
/// In one asset and over all of its history. Where the collector has a label the label stops the trace one step further, with a
/// name, so that is no pass-through; docs/methods/stops.md says how the numbers were found, and what they get wrong.
/// </remarks>
/// <param name="Payers">Distinct addresses that paid it.</param>
/// <param name="Payments">What it made of that.</param>
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

    // Whatever the number of payments, one that goes elsewhere shows that somebody decides.
    private static PassThrough? MeasureOf(Address address, IReadOnlyList<Transfer> history)
    {
        HashSet<Address> payers = [];
        Address? collector = null;
        UInt128 got = 0, passedOn = 0;
        long payments = 0;
        foreach (var transfer in history.Where(transfer => !transfer.Amount.IsZero && transfer.Kind != TransferKind.Fee && transfer.From != transfer.To))
        {
            if (transfer.From != address)
            {
                got += transfer.Amount.Units;
                _ = transfer.From is { } payer && payers.Add(payer);
                continue;
            }

            if (transfer.To is not { } payee || (collector is { } known && known != payee))
            {
                return null;
            }

            (collector, payments, passedOn) = (payee, payments + 1, passedOn + transfer.Amount.Units);
        }

        var (perMille, _) = got == 0 ? default : LargestRemainder.MultiplyDivide(UInt128.Min(passedOn, got), Whole, got);
        return collector is { } one ? new(one, payers.Count, payments, (int)perMille) : null;
    }
}
