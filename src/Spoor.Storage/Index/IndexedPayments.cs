using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>The payments of a chain as they lie in its index; for one walk at a time.</summary>
/// <remarks>The number of a movement is its place in the order, so that the first at a position is its rank.</remarks>
internal sealed unsafe class IndexedPayments(ChainIndex chain) : IPaymentGraph
{
    private Payment[] _payments = new Payment[64];

    /// <summary>Null for a UTXO chain, whose movements have one side each, and for more movements than a walk can number.</summary>
    internal static IndexedPayments? Of(ChainIndex chain) =>
        chain.Catalog.HasOutputs || Math.Max(chain.Catalog.Transfers, chain.Catalog.Addresses) >= int.MaxValue ? null : new(chain);

    public bool TryNumber(Address address, out int number) => (number = (int)chain.NumberOf(address)) != 0;

    public Address AddressAt(int number) => chain.AddressOf((uint)number);

    public Position PositionOf(int rank) => ChainIndex.PositionOf(chain.CellAt((uint)rank));

    public int RankFrom(Position position)
    {
        uint low = 0;
        uint high = position == default ? 0 : (uint)chain.Catalog.Transfers;
        while (low < high)
        {
            uint middle = low + ((high - low) / 2);
            (low, high) = ChainIndex.PositionOf(chain.CellAt(middle)) < position ? (middle + 1, high) : (low, middle);
        }

        return (int)low;
    }

    public ReadOnlySpan<Payment> PaymentsOf(int number, int fromRank, int beforeRank)
    {
        if (chain.AddressOf((uint)number).IsZeroAccount)
        {
            return [];
        }

        var edges = chain.EdgesOf((uint)number);
        int at = edges.BinarySearch((uint)fromRank);
        int count = 0;
        (Position Position, int Rank)? last = null;
        for (at = at < 0 ? ~at : at; at < edges.Length && edges[at] < (uint)beforeRank; at++)
        {
            var cell = chain.CellAt(edges[at]);
            if (cell->From == (uint)number && cell->To != 0 && cell->To != cell->From)
            {
                if (count == _payments.Length)
                {
                    Array.Resize(ref _payments, 2 * count);
                }

                // Where positions are unknown, many movements may share one.
                var position = ChainIndex.PositionOf(cell);
                last = last is { } before && before.Position == position ? before : (position, RankOf(edges[at], position));
                _payments[count++] = new((int)cell->To, last.Value.Rank);
            }
        }

        return _payments.AsSpan(0, count);
    }

    private int RankOf(uint transfer, Position position)
    {
        while (transfer > 0 && ChainIndex.PositionOf(chain.CellAt(transfer - 1)) == position)
        {
            transfer--;
        }

        return (int)transfer;
    }
}
