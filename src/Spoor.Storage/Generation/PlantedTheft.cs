namespace Spoor.Storage.Generation;

/// <summary>A theft whose way is known, because it was made up: a tree of fresh addresses, level by level, over at most thirty days.</summary>
/// <remarks>
/// Each address gets a quarter as much of clean money first, then its stolen part, and passes all of it on: to three others
/// while the tree grows, then to one. The last level pays services.
/// </remarks>
public sealed class PlantedTheft
{
    internal const int Levels = 20;

    private const long Span = 30L * 24 * 3600 / SyntheticChain.BlockSeconds * SyntheticChain.PerBlock;
    private const int Largest = 5_600;
    private const int Branches = 3;
    internal const ulong Stolen = 10_000_000_000_000;

    private readonly List<SyntheticTransfer> _payments;
    private readonly long _gap;

    private PlantedTheft(int number, List<(int Level, SyntheticParty Party)> addresses, List<SyntheticTransfer> payments, long start, long gap)
    {
        (Number, Addresses, _payments, Start, _gap) = (number, addresses, payments, start, gap);
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>The movement that is the theft.</summary>
    internal long Start { get; }

    /// <summary>How many addresses the thief used.</summary>
    public int Reach => Addresses.Count;

    internal IReadOnlyList<(int Level, SyntheticParty Party)> Addresses { get; }

    internal static PlantedTheft Plan(ulong seed, int number, int thefts, long transfers)
    {
        long start = transfers / (thefts + 2) * number;
        long room = Math.Min(Span, transfers / (thefts + 2));
        var addresses = Tree(number, (int)Math.Min(Largest, room / 8));
        var payments = Pay(seed, number, addresses, SyntheticChain.ServicesOf(transfers));
        long gap = Math.Max(1, room / payments.Count);

        // A movement of its own transaction, so that the theft can be named by it.
        start += (4 - (start % 4)) + 2;
        return new(number, addresses, payments, start, gap);
    }

    internal bool TryAt(long number, out SyntheticTransfer planted)
    {
        long after = number - Start;
        bool hit = after >= 0 && after % _gap == 0 && after / _gap < _payments.Count;
        planted = hit ? _payments[(int)(after / _gap)] with { Number = number } : default;
        return hit;
    }

    // Widths 1, 3, 9 … until what is left, spread over the levels to come, is no wider.
    private static List<(int Level, SyntheticParty Party)> Tree(int number, int size)
    {
        List<(int Level, SyntheticParty Party)> addresses = [];
        int width = 1;
        for (int level = 1; level <= Levels; level++)
        {
            int even = Math.Max(1, (size - addresses.Count) / (Levels - level + 1));
            width = level == 1 ? 1 : Math.Clamp(even, width, Branches * width);
            for (int i = 0; i < width; i++)
            {
                addresses.Add((level, new(number, addresses.Count)));
            }
        }

        return addresses;
    }

    private static List<SyntheticTransfer> Pay(ulong seed, int number, List<(int Level, SyntheticParty Party)> addresses, long known)
    {
        var services = (int i) => new SyntheticParty(0, Draw.Below(Draw.Of(seed, 5, (ulong)((number << 20) + i)), known));
        var byLevel = addresses.GroupBy(one => one.Level).Select(level => level.Select(one => one.Party).ToList()).ToList();
        List<SyntheticTransfer> payments = [new(0, services(-1), byLevel[0][0], 0, Stolen)];
        var held = new Dictionary<SyntheticParty, ulong> { [byLevel[0][0]] = Stolen };
        for (int level = 1; level < byLevel.Count; level++)
        {
            var (payers, payees) = (byLevel[level - 1], byLevel[level]);
            foreach (var (payee, i) in payees.Select((payee, i) => (payee, i)))
            {
                var payer = payers[i % payers.Count];
                ulong part = held[payer] / (ulong)(((payees.Count - 1 - (i % payers.Count)) / payers.Count) + 1);
                payments.Add(new(0, services(i), payee, 0, part / 4));
                payments.Add(new(0, payer, payee, 0, part));
                held[payee] = part + (part / 4);
            }
        }

        payments.AddRange(byLevel[^1].Select((last, i) => new SyntheticTransfer(0, last, services(i + 7), 0, held[last])));
        return payments;
    }
}
