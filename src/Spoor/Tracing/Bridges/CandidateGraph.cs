using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>Which payouts fit which deposits by one join; pairs that leave no choice are settled, round by round.</summary>
/// <remarks>
/// A payout that only one deposit is left for is settled with it, unless two payouts claim the same deposit: a payout must have a deposit, while
/// a deposit may still wait for its payout. Rounds are settled at once, so that no order decides. A payout of which a crowded deposit may not know
/// is never settled.
/// </remarks>
internal sealed class CandidateGraph
{
    private readonly List<Edge>[] _ofDeposit;
    private readonly List<int>[] _ofPayout;
    private readonly bool[] _isCrowded;
    private readonly bool[] _isOpen;
    private readonly int[] _settled;
    private readonly bool[] _byExclusion;
    private readonly bool[] _isTaken;
    private readonly UInt128[] _wanted;

    public CandidateGraph(IBridgeJoin join, BridgeLeg[] deposits, BridgeLeg[] payouts, int mostLookedAt)
    {
        _ofDeposit = new List<Edge>[deposits.Length];
        _ofPayout = [.. payouts.Select(_ => new List<int>(1))];
        _isCrowded = new bool[deposits.Length];
        _byExclusion = new bool[deposits.Length];
        _settled = [.. Enumerable.Repeat(-1, deposits.Length)];
        _isOpen = [.. Enumerable.Repeat(true, payouts.Length)];
        _isTaken = new bool[payouts.Length];
        var file = new PayoutFile(join, payouts);
        for (int deposit = 0; deposit < deposits.Length; deposit++)
        {
            _ofDeposit[deposit] = Look(join, deposits[deposit], payouts, file, mostLookedAt, out _isCrowded[deposit]);
            _ofDeposit[deposit].ForEach(edge => _ofPayout[edge.Payout].Add(deposit));
        }

        // What a crowded deposit was not shown might be its own as well as another's.
        file.Shelves.SelectMany(shelf => shelf.Crowded).ToList().ForEach(payout => _isOpen[payout] = false);
        Settle(join.Excludes);
        _wanted = Wanted();
    }

    /// <summary>The payout settled with a deposit; null when there is none.</summary>
    public int? SettledWith(int deposit) => _settled[deposit] < 0 ? null : _settled[deposit];

    public bool ByExclusion(int deposit) => _byExclusion[deposit];

    public bool IsCrowded(int deposit) => _isCrowded[deposit];

    public bool IsTaken(int payout) => _isTaken[payout];

    /// <summary>The payouts that are still left for a deposit.</summary>
    public IEnumerable<Edge> LeftFor(int deposit) => _ofDeposit[deposit].Where(edge => !_isTaken[edge.Payout]);

    /// <summary>Whether a payout fits, or may fit, a deposit that is not settled.</summary>
    public bool IsWanted(int payout) => !_isOpen[payout] || _wanted[payout] > UInt128.Zero;

    /// <summary>The closeness of a payout to all deposits that are not settled, together.</summary>
    public UInt128 WantedBy(int payout) => _wanted[payout];

    private UInt128[] Wanted()
    {
        var wanted = new UInt128[_isOpen.Length];
        for (int deposit = 0; deposit < _ofDeposit.Length; deposit++)
        {
            foreach (var edge in _settled[deposit] < 0 ? _ofDeposit[deposit] : [])
            {
                wanted[edge.Payout] += edge.Closeness;
            }
        }

        return wanted;
    }

    private static List<Edge> Look(IBridgeJoin join, BridgeLeg deposit, BridgeLeg[] payouts, PayoutFile file, int most, out bool isCrowded)
    {
        var found = new List<Edge>(1);
        isCrowded = false;
        foreach (var key in join.KeysFor(deposit))
        {
            if (file.Under(key, deposit.Time, join.Window) is not var (shelf, first, end))
            {
                continue;
            }

            if (end - first > most)
            {
                isCrowded = true;
                shelf.Crowd(first, end);
            }

            for (int i = first; i < Math.Min(end, first + most); i++)
            {
                int payout = shelf.Numbers[i];
                if (join.Closeness(deposit, payouts[payout], key) is { } closeness)
                {
                    found.Add(new(payout, closeness));
                }
            }
        }

        return found;
    }

    private void Settle(bool excludes)
    {
        int[] left = [.. _ofPayout.Select(list => list.Count)];
        var round = Enumerable.Range(0, left.Length).Where(payout => left[payout] == 1 && _isOpen[payout]).ToList();
        for (bool first = true; round.Count > 0; first = false)
        {
            var settled = round.Where(payout => !_isTaken[payout])
                .GroupBy(payout => _ofPayout[payout].Find(deposit => _settled[deposit] < 0))
                .Where(claims => claims.Count() == 1 && !_isCrowded[claims.Key])
                .Select(claims => (Deposit: claims.Key, Payout: claims.First(), IsMutual: first && _ofDeposit[claims.Key].Count == 1))
                .Where(pair => excludes || pair.IsMutual)
                .ToList();
            settled.ForEach(Take);
            round = [.. settled.SelectMany(pair => Released(pair.Deposit, pair.Payout, left)).Distinct()];
            round.RemoveAll(payout => left[payout] != 1 || !_isOpen[payout]);
        }
    }

    private void Take((int Deposit, int Payout, bool IsMutual) pair)
    {
        _settled[pair.Deposit] = pair.Payout;
        _byExclusion[pair.Deposit] = !pair.IsMutual;
        _isTaken[pair.Payout] = true;
    }

    private List<int> Released(int deposit, int taken, int[] left)
    {
        var released = _ofDeposit[deposit].Select(edge => edge.Payout).Where(payout => payout != taken).ToList();
        released.ForEach(payout => left[payout]--);
        return released;
    }

    /// <summary>A payout that fits a deposit.</summary>
    public readonly record struct Edge(int Payout, UInt128 Closeness);
}
