using Spoor.Screening.Grounds;

namespace Spoor.Screening.Walks;

/// <summary>The outputs that the screened address got, or spent, without dust.</summary>
internal sealed class UtxoRoots(UtxoGround ground, int address, ExposureSide side, WalkTally tally)
{
    private readonly bool _incoming = side == ExposureSide.Incoming;

    /// <summary>In the order of the walk.</summary>
    public List<(int Edge, Share Share)> List()
    {
        List<(int Edge, Share Share)> roots = [];
        Dictionary<int, Share> byMaker = [];
        var total = Share.None;
        bool isPriced = true;
        foreach (int edge in ground.OwnedBy(address))
        {
            ref readonly var output = ref ground.At(edge);
            int transaction = _incoming ? output.Maker : output.Spender;
            if (transaction < 0 || output.Amount == UInt128.Zero)
            {
                continue;
            }

            long micros = _incoming ? output.MicrosMade : output.MicrosSpent;
            Share share = new(output.Amount, micros < 0 ? UInt128.Zero : (UInt128)micros);
            isPriced &= micros >= 0;
            total += share;
            roots.Add((edge, share));
            byMaker[transaction] = byMaker.GetValueOrDefault(transaction) + share;
        }

        roots.Sort((one, other) => (KeyOf(one.Edge), one.Edge).CompareTo((KeyOf(other.Edge), other.Edge)));
        tally.Begin(total, isPriced, roots.Count);
        return _incoming ? WithoutDust(roots, byMaker) : roots;
    }

    private int KeyOf(int edge) => _incoming ? -ground.At(edge).Maker : ground.At(edge).Spender;

    private List<(int Edge, Share Share)> WithoutDust(List<(int Edge, Share Share)> roots, Dictionary<int, Share> byMaker)
    {
        List<(int Edge, Share Share)> followed = new(roots.Count);
        foreach (var root in roots)
        {
            if (tally.IsDust(byMaker[ground.At(root.Edge).Maker]))
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
