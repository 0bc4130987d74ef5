using Spoor.Transfers;

namespace Spoor.Response.Compensation.Trees;

/// <summary>The nodes of a tree at one height: hashes, and sums column by column.</summary>
/// <remarks>Whatever stands behind the last customer is alike and kept once.</remarks>
internal sealed class SumTreeLevel
{
    private readonly SumTreeShape _shape;
    private readonly byte[] _hashes;
    private readonly UInt128[][] _sums;
    private readonly byte[] _padding;
    private readonly int _count;

    private SumTreeLevel(SumTreeShape shape, int count, byte[] padding)
    {
        _shape = shape;
        _count = count;
        _padding = padding;
        _hashes = new byte[count * SumTreeHasher.HashBytes];
        _sums = [.. shape.Assets.Select(_ => new UInt128[count])];
    }

    public static SumTreeLevel OfLeaves(SumTreeShape shape, int[] order, byte[] commitments, IReadOnlyList<ReadOnlyMemory<UInt128>> pledges)
    {
        byte[] padding = new byte[SumTreeHasher.HashBytes];
        new SumTreeHasher(shape).Padding(padding);
        var level = new SumTreeLevel(shape, order.Length, padding);
        level.Fill((place, worker) =>
        {
            int customer = order[place];
            for (int asset = 0; asset < pledges.Count; asset++)
            {
                worker.Left[asset] = level._sums[asset][place] = pledges[asset].Span[customer];
            }

            worker.Hasher.Leaf(LeafOrder.At(commitments, customer), worker.Left, level.HashAt(place));
        });
        return level;
    }

    public SumTreeLevel Above()
    {
        var zeros = new UInt128[_sums.Length];
        byte[] padding = new byte[SumTreeHasher.HashBytes];
        new SumTreeHasher(_shape).Node(_padding, zeros, _padding, zeros, padding);
        var above = new SumTreeLevel(_shape, (_count + 1) / 2, padding);
        above.Fill((place, worker) => Join(above, place, worker));
        return above;
    }

    public ProofStep StepAt(int place) => place < _count
        ? new(Convert.ToHexStringLower(HashAt(place)), [.. _sums.Select(column => new Amount(column[place]))])
        : new(Convert.ToHexStringLower(_padding), [.. _sums.Select(_ => Amount.Zero)]);

    private void Join(SumTreeLevel above, int place, Worker worker)
    {
        int left = 2 * place;
        bool hasRight = left + 1 < _count;
        for (int asset = 0; asset < _sums.Length; asset++)
        {
            worker.Left[asset] = _sums[asset][left];
            worker.Right[asset] = hasRight ? _sums[asset][left + 1] : UInt128.Zero;
            above._sums[asset][place] = checked(worker.Left[asset] + worker.Right[asset]);
        }

        worker.Hasher.Node(HashAt(left), worker.Left, hasRight ? HashAt(left + 1) : _padding, worker.Right, above.HashAt(place));
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
