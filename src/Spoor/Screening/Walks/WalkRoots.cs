using Spoor.Screening.Grounds;

namespace Spoor.Screening.Walks;

/// <summary>The payments of the screened holding that a walk begins with: without fees, and without dust that anybody can send.</summary>
internal sealed class WalkRoots(ChainGround ground, int holding, ExposureSide side, WalkTally tally)
{
    private readonly bool _incoming = side == ExposureSide.Incoming;

    /// <summary>In the order of the walk: the latest first for what came in, the earliest first for what went out.</summary>
    public List<(int Edge, Share Share)> List()
    {
        var whole = ground.TotalOf(holding, side);
        tally.Begin(whole.Share, whole.IsPriced, whole.Payments);
        List<(int Edge, Share Share)> roots = [];
        Dictionary<int, SideTotal> bySender = [];
        var taken = Share.None;
        var edges = ground.PaymentEdgesOf(holding, side);
        for (int i = 0; i < edges.Length && roots.Count < tally.Left; i++)
        {
            int edge = edges[_incoming ? edges.Length - 1 - i : i];
            if (ground.PaidBy(edge, side) is not var (share, isPriced))
            {
                continue;
            }

            taken += share;
            roots.Add((edge, share));
            if (_incoming)
            {
                int sender = ground.SenderOf(edge);
                bySender[sender] = bySender.GetValueOrDefault(sender, SideTotal.Nothing).With(share, isPriced);
            }
        }

        // A hub has more payments than may be looked at.
        tally.Rest(Remainder.Unfinished, whole.Share - taken);
        ground.Arrange(roots, side);
        return _incoming ? WithoutDust(roots, bySender) : roots;
    }

    private List<(int Edge, Share Share)> WithoutDust(List<(int Edge, Share Share)> roots, Dictionary<int, SideTotal> bySender)
    {
        List<(int Edge, Share Share)> followed = new(roots.Count);
        foreach (var root in roots)
        {
            if (tally.IsDust(bySender[ground.SenderOf(root.Edge)]))
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
