using Spoor.Screening.Grounds;

namespace Spoor.Screening.Walks;

/// <summary>The payments of the screened holding that are followed: without fees, and without dust that anybody can send.</summary>
internal sealed class AccountRoots(AccountGround ground, int holding, ExposureSide side, WalkTally tally)
{
    private readonly bool _incoming = side == ExposureSide.Incoming;

    /// <summary>In the order of the walk: the latest first for what came in, the earliest first for what went out.</summary>
    public List<(int Edge, Share Share)> List()
    {
        List<(int Edge, Share Share)> roots = [];
        Dictionary<int, Share> bySender = [];
        var total = Share.None;
        bool isPriced = true;
        var edges = ground.EdgesOf(holding, side);
        for (int i = 0; i < edges.Length; i++)
        {
            int edge = edges[_incoming ? edges.Length - 1 - i : i];
            ref readonly var movement = ref ground.At(edge);
            if (!_incoming && movement.To < 0)
            {
                continue;
            }

            Share share = new(movement.Amount, movement.Micros < 0 ? UInt128.Zero : (UInt128)movement.Micros);
            isPriced &= movement.Micros >= 0;
            total += share;
            roots.Add((edge, share));
            if (_incoming)
            {
                bySender[movement.From] = bySender.GetValueOrDefault(movement.From) + share;
            }
        }

        tally.Begin(total, isPriced, roots.Count);
        return _incoming ? WithoutDust(roots, bySender) : roots;
    }

    private List<(int Edge, Share Share)> WithoutDust(List<(int Edge, Share Share)> roots, Dictionary<int, Share> bySender)
    {
        List<(int Edge, Share Share)> followed = new(roots.Count);
        foreach (var root in roots)
        {
            if (tally.IsDust(bySender[ground.At(root.Edge).From]))
            {
                tally.Rest(Remainder.Dust, root.Share);
            }
            else
            {
                followed.Add(root);
            }
        }

        return followed;
    }
}
