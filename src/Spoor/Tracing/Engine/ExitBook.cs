using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Which payment brings out what went into a bridge; each payment brings out one crossing.</summary>
internal sealed class ExitBook(RunContext run)
{
    private readonly Dictionary<(ChainId, TxHash), Dictionary<Crossing, Transfer>> _exits = [];

    /// <summary>The payment; null where it is not known or not at hand.</summary>
    public Transfer? Of(Crossing crossing) =>
        run.Crossings.OtherEndOf(crossing) is { } end ? OfTransaction(end.Chain, end.Tx).GetValueOrDefault(crossing) : null;

    /// <summary>Whether a movement is such a payment: what else moved in its transaction is not.</summary>
    public bool Brings(Transfer row) =>
        run.Crossings.ArrivingIn(row.Chain, row.Tx).Count > 0 && OfTransaction(row.Chain, row.Tx).Values.Any(exit => exit.Key == row.Key);

    private Dictionary<Crossing, Transfer> OfTransaction(ChainId chain, TxHash tx)
    {
        if (!_exits.TryGetValue((chain, tx), out var exits))
        {
            _exits[(chain, tx)] = exits = new(ReferenceEqualityComparer.Instance);
            List<Transfer> rows = [.. run.Histories.TransactionOf(chain, tx).Where(IsPayment)];
            foreach (var crossing in run.Crossings.ArrivingIn(chain, tx))
            {
                var free = rows.FindAll(row => !exits.ContainsValue(row));
                if (run.Crossings.OtherEndOf(crossing) is { Party: { } party } end && Pick(end, party, free) is { } exit)
                {
                    exits.Add(crossing, exit);
                }
            }
        }

        return exits;
    }

    // Where value came from is not told of single inputs of a UTXO transaction.
    private bool IsPayment(Transfer row) =>
        row.Kind != TransferKind.Fee && row.From != row.To && !row.Amount.IsZero && (row.Output is null || (run.Orientation.Forward && run.Orientation.Creates(row)));

    // A bridge that keeps the wrapped coin names that and pays out, or takes, the coin itself: then the amount must be the one stated. One that pays a
    // router, which swaps on arrival, has moved what it states, and the party it names got one other asset for it.
    private Transfer? Pick(CrossingEnd end, Address party, List<Transfer> free)
    {
        var paid = free.FindAll(row => run.Orientation.Payee(row) == party);
        if (end.Asset is not { } asset)
        {
            return paid.Find(row => row.Amount == end.Amount) ?? OnlyOne(paid);
        }

        var stated = paid.FindAll(row => row.Asset == asset);
        return stated.Find(row => row.Amount == end.Amount)
            ?? stated.MaxBy(row => row.Amount)
            ?? paid.Find(row => row.Amount == end.Amount)
            ?? (free.Exists(row => row.Asset == asset && row.Amount == end.Amount) ? OnlyOne(paid) : null);
    }

    // Anybody can throw an unlisted token in; of two that are listed, nothing tells which it is.
    private Transfer? OnlyOne(List<Transfer> paid)
    {
        var listed = paid.FindAll(row => run.IsListed(row.Asset));
        var candidates = listed.Count > 0 ? listed : paid;
        return candidates.DistinctBy(row => row.Asset).Count() == 1 ? candidates.MaxBy(row => row.Amount) : null;
    }
}
