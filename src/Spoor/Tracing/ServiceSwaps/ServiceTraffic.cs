using Spoor.Transfers;

namespace Spoor.Tracing.ServiceSwaps;

/// <summary>A payment to a service, at a wallet of its own or at an address that it made for one order.</summary>
/// <param name="Forward">How the address of the order passed it on; null where the wallet was paid directly.</param>
public sealed record ServiceDeposit(string Service, Transfer Payment, Transfer? Forward);

/// <summary>What services took in and paid out, as far as the transfers at hand tell.</summary>
public sealed record ServiceTraffic
{
    /// <summary>In order of time.</summary>
    public required IReadOnlyList<ServiceDeposit> Deposits { get; init; }

    /// <summary>By service, in order of time.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Transfer>> Payouts { get; init; }

    /// <param name="transfers">All of the services' wallets and of those who paid them, on every chain, in whatever order.</param>
    public static ServiceTraffic Of(IEnumerable<Transfer> transfers, ServiceWallets wallets, SwapParameters parameters)
    {
        var payments = Payments(transfers);
        var paidTo = payments.Where(payment => payment.To is not null).ToLookup(payment => (payment.Chain, payment.To!.Value));
        var paidBy = payments.Where(payment => payment.From is not null).ToLookup(payment => (payment.Chain, payment.From!.Value));
        return new()
        {
            Deposits = [.. payments.SelectMany(DepositOf).OrderBy(deposit => deposit.Payment.Time).ThenBy(deposit => deposit.Payment, AnyChain)],
            Payouts = payments.Where(payment => wallets.ServiceOf(payment.Chain, payment.From) is { } from && wallets.ServiceOf(payment.Chain, payment.To) != from)
                .GroupBy(payment => wallets.ServiceOf(payment.Chain, payment.From)!)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<Transfer>)[.. group.OrderBy(payment => payment.Time).ThenBy(payment => payment, AnyChain)]),
        };

        IEnumerable<ServiceDeposit> DepositOf(Transfer payment)
        {
            if (wallets.ServiceOf(payment.Chain, payment.To) is not { } service || payment.From is not { } payer || wallets.ServiceOf(payment.Chain, payer) is not null)
            {
                yield break;
            }

            bool isOrder = paidBy[(payment.Chain, payer)].All(sent => wallets.ServiceOf(sent.Chain, sent.To) == service)
                && paidTo[(payment.Chain, payer)].Select(got => got.From).Distinct().Count() is > 0 and var payers && payers <= parameters.MaxOrderPayers;
            var before = isOrder ? Behind(payment, paidTo[(payment.Chain, payer)].Where(got => wallets.ServiceOf(got.Chain, got.From) is null), parameters) : null;
            yield return new(service, before ?? payment, before is null ? null : payment);
        }
    }

    // The largest that came in shortly before; what the address kept for the fee of passing it on is less than half.
    private static Transfer? Behind(Transfer forward, IEnumerable<Transfer> received, SwapParameters parameters) => received
        .Where(got => got.Asset == forward.Asset && got.Time <= forward.Time && forward.Time - got.Time <= parameters.MaxForward
            && got.Position < forward.Position && got.Amount.Units / 2 <= forward.Amount.Units)
        .OrderByDescending(got => got.Amount).ThenBy(got => got, TransferOrder.Instance).FirstOrDefault();

    // An output of a UTXO chain is paid by whoever is named first among the inputs.
    private static List<Transfer> Payments(IEnumerable<Transfer> transfers)
    {
        var all = transfers.Distinct(TransferIdentity.Instance).Where(transfer => transfer.IsTimed && !transfer.Amount.IsZero).ToList();
        var payers = all.Where(transfer => transfer is { Kind: TransferKind.UtxoIn, From: not null }).GroupBy(transfer => (transfer.Chain, transfer.Tx))
            .ToDictionary(group => group.Key, group => group.Order(TransferOrder.Instance).First().From);
        return
        [
            .. all.Where(transfer => transfer.Kind is TransferKind.Native or TransferKind.Token)
                .Concat(all.Where(transfer => transfer.Kind == TransferKind.UtxoOut).Select(output => output with { From = payers.GetValueOrDefault((output.Chain, output.Tx)) }))
                .Where(payment => payment.From is not null && payment.To is not null && payment.From != payment.To),
        ];
    }

    private static readonly IComparer<Transfer> AnyChain = Comparer<Transfer>.Create((one, other) =>
        one.Chain.CompareTo(other.Chain) is var order and not 0 ? order : TransferOrder.Instance.Compare(one, other));
}
