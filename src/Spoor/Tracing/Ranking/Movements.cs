using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>The movements of one address, in order of position.</summary>
/// <remarks>
/// Left out are fees, newly issued coins, payments to oneself and payments of nothing, which anybody can cause. A UTXO
/// transaction pays from each address among its inputs to each among its outputs, in proportion to what the first put in.
/// </remarks>
internal static class Movements
{
    /// <param name="transfers">All transfers of the address, in position order.</param>
    /// <param name="transactionOf">All rows of a UTXO transaction.</param>
    public static List<Movement> Of(Address owner, IReadOnlyList<Transfer> transfers, Func<TxHash, IReadOnlyList<Transfer>> transactionOf)
    {
        var movements = new List<Movement>(transfers.Count);
        HashSet<TxHash> seen = [];
        foreach (var transfer in transfers)
        {
            if (transfer.Output is null)
            {
                Add(movements, owner, transfer);
            }
            else if (seen.Add(transfer.Tx))
            {
                AddUtxo(movements, owner, transactionOf(transfer.Tx));
            }
        }

        return seen.Count == 0 ? movements : [.. movements.OrderBy(movement => movement.At).ThenBy(movement => movement.Party)];
    }

    private static void Add(List<Movement> movements, Address owner, Transfer transfer)
    {
        if (transfer is { From: { } from, To: { } to, Amount.IsZero: false } && from != to)
        {
            bool paid = from == owner;
            movements.Add(new(transfer.Position, transfer.Tx, transfer.Asset, paid ? to : from, paid, transfer.Amount));
        }
    }

    private static void AddUtxo(List<Movement> movements, Address owner, IReadOnlyList<Transfer> rows)
    {
        var inputs = ByAddress(rows.Where(row => row.Kind == TransferKind.UtxoIn), row => row.From);
        var outputs = ByAddress(rows.Where(row => row.Kind == TransferKind.UtxoOut), row => row.To);
        var spent = rows.Where(row => row.Kind == TransferKind.UtxoIn).Aggregate(Amount.Zero, (sum, row) => sum + row.Amount);
        foreach (var (payer, (paid, _)) in inputs)
        {
            foreach (var (payee, (received, at)) in outputs)
            {
                if (payer == payee || (payer != owner && payee != owner))
                {
                    continue;
                }

                var share = new Amount(LargestRemainder.MultiplyDivide(received.Units, paid.Units, spent.Units).Quotient);
                if (!share.IsZero)
                {
                    movements.Add(new(at, rows[0].Tx, rows[0].Asset, payer == owner ? payee : payer, payer == owner, share));
                }
            }
        }
    }

    /// <summary>What the rows of each address come to, and where the last of them stands.</summary>
    private static SortedDictionary<Address, (Amount Amount, Position Last)> ByAddress(IEnumerable<Transfer> rows, Func<Transfer, Address?> ownerOf)
    {
        SortedDictionary<Address, (Amount Amount, Position Last)> sums = [];
        foreach (var row in rows)
        {
            if (!row.Amount.IsZero && ownerOf(row) is { } owner)
            {
                sums[owner] = (sums.GetValueOrDefault(owner).Amount + row.Amount, row.Position);
            }
        }

        return sums;
    }
}
