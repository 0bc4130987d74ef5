using System.Numerics;

namespace Spoor.Transfers;

/// <summary>What one transaction left an address with in one asset: in minus out.</summary>
/// <param name="Net">Positive for a sink, negative for a source; signed and unbounded, in the smallest unit.</param>
/// <param name="Quality">The worst quality among the amounts summed.</param>
/// <remarks>
/// A router or pair that passes everything on nets to nothing and vanishes, and the order of native moves and logs inside
/// the transaction, which most sources do not tell, cannot change the result.
/// </remarks>
public readonly record struct NetPosition(Holding Holding, BigInteger Net, AmountQuality Quality)
{
    public bool IsSink => Net.Sign > 0;

    public bool IsSource => Net.Sign < 0;

    /// <summary>The sources and sinks of one transaction, in order of asset and address.</summary>
    /// <remarks>
    /// <para>
    /// Per asset the positions sum to what was issued less what was burnt or paid as fee. On UTXO chains outputs without
    /// an address count as leaving, inputs without one as arriving.
    /// </para>
    /// <para>
    /// Token moves from and to the zero account are mint and burn, so it takes no position in tokens; coins sent there
    /// rest there. An address whose net is nought stays on the list only when an amount was unknown.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentException">The transfers are not all of one transaction of one chain.</exception>
    public static IReadOnlyList<NetPosition> Of(IEnumerable<Transfer> ofOneTransaction)
    {
        var sums = new SortedDictionary<Holding, NetPosition>();
        Transfer? first = null;
        foreach (var transfer in ofOneTransaction)
        {
            first ??= transfer;
            RequireSameTransaction(first, transfer);
            Add(sums, transfer, transfer.From, -(BigInteger)transfer.Amount.Units);
            Add(sums, transfer, transfer.To, transfer.Amount.Units);
        }

        return [.. sums.Values.Where(position => !position.Net.IsZero || position.Quality == AmountQuality.Unknown)];
    }

    private static void Add(SortedDictionary<Holding, NetPosition> sums, Transfer transfer, Address? address, BigInteger change)
    {
        if (address is not { } owner || (transfer.Kind == TransferKind.Token && owner.IsZeroAccount))
        {
            return;
        }

        var holding = new Holding(owner, transfer.Asset);
        var sum = sums.GetValueOrDefault(holding, new(holding, BigInteger.Zero, AmountQuality.Exact));
        var worst = transfer.Quality > sum.Quality ? transfer.Quality : sum.Quality;
        sums[holding] = new(holding, sum.Net + change, worst);
    }

    private static void RequireSameTransaction(Transfer first, Transfer transfer)
    {
        if (transfer.Tx != first.Tx || transfer.Chain != first.Chain)
        {
            throw new ArgumentException(
                $"Net positions are of one transaction: expected {first.Tx} on {first.Chain}, found {transfer.Tx} on {transfer.Chain}.",
                nameof(transfer));
        }
    }
}
