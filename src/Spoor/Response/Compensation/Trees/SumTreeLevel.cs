using Spoor.Transfers;

namespace Spoor.Response.Compensation.Trees;

/// <summary>The nodes of a tree at one height: hashes, and sums column by column.</summary>
/// <remarks>Whatever stands behind the last customer is alike and kept once.</remarks>
internal sealed class SumTreeLevel
{
    private readonly SumTreeShape _shape;
    private readonly byte[] _hashes;
    private readonly ReadOnlyMemory<UInt128>[] _sums;
    private readonly int[]? _order;
    private readonly byte[] _padding;
    private readonly int _count;

    /// <param name="sums">By asset; of leaves by customer, so that the pledges need not be copied.</param>
    /// <param name="order">Of leaves the customer at each place; null above them.</param>
    private SumTreeLevel(SumTreeShape shape, int count, byte[] padding, ReadOnlyMemory<UInt128>[] sums, int[]? order)
    {
        (_shape, _count, _padding, _sums, _order) = (shape, count, padding, sums, order);
        _hashes = new byte[count * SumTreeHasher.HashBytes];
    }

    public static SumTreeLevel OfLeaves(SumTreeShape shape, int[] order, byte[] commitments, IReadOnlyList<ReadOnlyMemory<UInt128>> pledges)
    {
        byte[] padding = new byte[SumTreeHasher.HashBytes];
        new SumTreeHasher(shape).Padding(padding);
        var level = new SumTreeLevel(shape, order.Length, padding, [.. pledges], order);
        level.Fill((place, worker) =>
        {
            level.Gather(place, worker.Left);
            worker.Hasher.Leaf(LeafOrder.At(commitments, order[place]), worker.Left, level.HashAt(place));
        });
        return level;
    }

    public SumTreeLevel Above()
    {
        var zeros = new UInt128[_sums.Length];
        byte[] padding = new byte[SumTreeHasher.HashBytes];
        new SumTreeHasher(_shape).Node(_padding, zeros, _padding, zeros, padding);
        UInt128[][] sums = [.. _sums.Select(_ => new UInt128[(_count + 1) / 2])];
        var above = new SumTreeLevel(_shape, (_count + 1) / 2, padding, [.. sums.Select(column => new ReadOnlyMemory<UInt128>(column))], null);
        above.Fill((place, worker) => Join(above, sums, place, worker));
        return above;
    }

    public ProofStep StepAt(int place)
    {
        var sums = new UInt128[_sums.Length];
        if (place < _count)
        {
            Gather(place, sums);
        }

        return new(Convert.ToHexStringLower(place < _count ? HashAt(place) : _padding), [.. sums.Select(units => new Amount(units))]);
    }

    private void Join(SumTreeLevel above, UInt128[][] sums, int place, Worker worker)
    {
        int left = 2 * place;
        bool hasRight = left + 1 < _count;
        Gather(left, worker.Left);
        if (hasRight)
        {
            Gather(left + 1, worker.Right);
        }
        else
        {
            Array.Clear(worker.Right);
        }

        for (int asset = 0; asset < sums.Length; asset++)
        {
            sums[asset][place] = checked(worker.Left[asset] + worker.Right[asset]);
        }

        worker.Hasher.Node(HashAt(left), worker.Left, hasRight ? HashAt(left + 1) : _padding, worker.Right, above.HashAt(place));
    }

    private void Gather(int place, UInt128[] row)
    {
        int at = _order is null ? place : _order[place];
        for (int asset = 0; asset < row.Length; asset++)
        {
            row[asset] = _sums[asset].Span[at];
        }
    }

    // Pieces of a fixed size: the work of each is the same wherever it is done.
    private void Fill(Action<int, Worker> fill)
    {
        const int Piece = 4_096;
        int pieces = ((_count - 1) / Piece) + 1;
        Parallel.For(0, pieces, () => new Worker(_shape), (piece, _, worker) =>
        {
            int end = Math.Min(_count, (piece + 1) * Piece);
            for (int place = piece * Piece; place < end; place++)
            {
                fill(place, worker);
            }

            return worker;
        }, _ => { });
    }

    private Span<byte> HashAt(int place) => _hashes.AsSpan(place * SumTreeHasher.HashBytes, SumTreeHasher.HashBytes);

    private sealed class Worker(SumTreeShape shape)
    {
        public SumTreeHasher Hasher { get; } = new(shape);

        public UInt128[] Left { get; } = new UInt128[shape.Assets.Count];

        public UInt128[] Right { get; } = new UInt128[shape.Assets.Count];
    }
}
