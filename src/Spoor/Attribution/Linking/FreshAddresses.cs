using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>What H-FUND and H-SWEEP ask of the first and the last coins of an incident's addresses.</summary>
internal static class FreshAddresses
{
    /// <summary>The payment of native coins that began an address's life; null when something else did, or it was not new.</summary>
    public static Transfer? FirstFunding(Address address, IReadOnlyList<Transfer> history, LinkParameters parameters)
    {
        var first = history.FirstOrDefault(transfer => !transfer.Amount.IsZero);
        if (first is not { Kind: TransferKind.Native, From: { } from } || first.To != address || from == address || from.IsZeroAccount)
        {
            return null;
        }

        // Coins that rested for long were not sent to get the address going.
        var spent = history.FirstOrDefault(transfer => transfer.From == address);
        return spent is null || spent.Time - first.Time <= parameters.FirstSpend ? first : null;
    }

    /// <summary>The last of the payments that emptied a fresh address of an asset to one collector soon after its life began; null when none did.</summary>
    public static Transfer? Sweep(Address address, IReadOnlyList<Transfer> history, LinkParameters parameters)
    {
        if (history.FirstOrDefault(transfer => !transfer.Amount.IsZero) is not { } begin)
        {
            return null;
        }

        foreach (var ofAsset in history.Where(transfer => !transfer.Amount.IsZero && transfer.Kind != TransferKind.Fee).GroupBy(transfer => transfer.Asset).OrderBy(one => one.Key))
        {
            var received = ofAsset.Where(transfer => transfer.To == address && transfer.From != address).ToList();
            var sent = ofAsset.Where(transfer => transfer.From == address && transfer.To is not null && transfer.To != address)
                .GroupBy(transfer => transfer.To!.Value).OrderByDescending(Sum).ThenBy(one => one.Key).FirstOrDefault();
            if (received.Count > 0 && sent is not null
                && Sum(sent) * 100 >= Sum(received) * parameters.SweepPercent
                && sent.All(transfer => transfer.Time - begin.Time <= parameters.SweepWindow))
            {
                return sent.Last();
            }
        }

        return null;
    }

    private static System.Numerics.BigInteger Sum(IEnumerable<Transfer> transfers) =>
        transfers.Aggregate(System.Numerics.BigInteger.Zero, (sum, transfer) => sum + transfer.Amount.Units);
}
