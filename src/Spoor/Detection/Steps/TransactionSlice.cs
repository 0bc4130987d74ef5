using Spoor.Transfers;

namespace Spoor.Detection.Steps;

/// <summary>The transfers of one transaction inside their block.</summary>
internal readonly record struct TransactionSlice(Block Block, int Start, int End, Dictionary<Address, WatchedPlace[]> Places)
{
    public Transfer First => Block.Transfers[Start];

    public SentTransaction? Sent => SentOf(Block, First.Position.Transaction, First.Tx);

    /// <summary>The wallet of an owner at an address, if it has one there.</summary>
    public WatchedPlace? WalletOf(int owner, Address? address)
    {
        if (address is { } known && Places.TryGetValue(known, out var here))
        {
            foreach (var place in here)
            {
                if (place.Owner == owner)
                {
                    return place;
                }
            }
        }

        return null;
    }

    /// <summary>The transaction as it was sent; null when the source does not tell.</summary>
    public static SentTransaction? SentOf(Block block, int transaction, TxHash tx)
    {
        var sent = block.Sent;
        int low = 0;
        int high = sent.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (sent[middle].Index == transaction)
            {
                return sent[middle].Tx == tx ? sent[middle] : sent.FirstOrDefault(other => other.Tx == tx);
            }

            (low, high) = sent[middle].Index < transaction ? (middle + 1, high) : (low, middle - 1);
        }

        return sent.Count == 0 ? null : sent.FirstOrDefault(other => other.Tx == tx);
    }
}
