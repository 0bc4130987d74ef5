using Spoor.Detection.Watching;
using Spoor.Transfers;

namespace Spoor.Detection;

/// <content>What can still be taken back, in the order it is accounted for, and when it no longer can.</content>
public sealed partial class DrainDetector
{
    // Far more than any chain takes back: what a chain that stands still holds up beyond it is taken as final.
    private const int MostRetained = 100_000;

    // As many blocks of several chains lie between their tips and what is final there.
    private const int Usual = 4_096;

    private readonly SortedDictionary<ChainId, long> _hurried = [];
    private Queue<JournalEntry> _journal = new();
    private int _tidyAt = Usual;

    /// <summary>The chains of which blocks were taken as final that were not, because too much waited behind them, with the height up to which.</summary>
    public IReadOnlyDictionary<ChainId, long> Hurried => _hurried;

    /// <summary>How much is kept because it may be taken back, or waits behind what may.</summary>
    public int Retained => _journal.Count;

    private List<AlertNotice> Add(JournalEntry entry)
    {
        _head.Take(entry, null, entry.Told, entry.Touched);
        foreach (int owner in entry.Touched)
        {
            _pending[owner]++;
        }

        _journal.Enqueue(entry);
        return [.. entry.Told.Select(told => _numbers.Numbered(told.Notice))];
    }

    private IReadOnlyList<AlertNotice> Replay(int owner, IEnumerable<JournalEntry> all)
    {
        List<AlertNotice> before = [.. ToldOf(owner, all)];
        Refold(owner);
        return [.. Retractions.Of(before, [.. ToldOf(owner, _journal)], _head.Owners[owner], _numbers)];
    }

    private static IEnumerable<AlertNotice> ToldOf(int owner, IEnumerable<JournalEntry> all) =>
        all.SelectMany(entry => entry.Told).Where(told => told.Owner == owner).Select(told => told.Notice);

    // Carries the head over the journal anew: one owner, or, for null, the clocks alone.
    private void Refold(int? owner)
    {
        _head.FallBack();
        if (owner is { } one)
        {
            _head.Fall(one);
            _pending[one] = 0;
        }

        foreach (var entry in _journal)
        {
            if (owner is not { } only)
            {
                _head.Clocks.Pass(entry);
                continue;
            }

            entry.Told.RemoveAll(told => told.Owner == only);
            entry.Touched.Remove(only);
            _worth.Use(entry.Prices);
            _head.Take(entry, only, entry.Told, entry.Touched);
            _pending[only] += entry.Touched.Contains(only) ? 1 : 0;
        }

        _worth.Use(Prices);
    }

    // In the journal's order, so that the base is always a state that there could have been.
    private void Absorb()
    {
        AbsorbFinal();
        if (_journal.Count >= _tidyAt)
        {
            PutOff();
            AbsorbFinal();
            _tidyAt = Math.Max(Usual, 2 * _journal.Count);
        }

        while (_journal.Count > MostRetained && _journal.Peek().Place is { } place)
        {
            _hurried[place.Chain] = place.Height;
            AbsorbFirst();
            AbsorbFinal();
        }
    }

    private void AbsorbFinal()
    {
        while (_journal.TryPeek(out var oldest) && IsFinal(oldest))
        {
            AbsorbFirst();
        }
    }

    private void AbsorbFirst()
    {
        var oldest = _journal.Dequeue();
        _worth.Use(oldest.Prices);
        _base.Take(oldest, null, [], []);
        _worth.Use(Prices);
        _marks.Absorb(oldest);
        foreach (int owner in oldest.Touched)
        {
            if (--_pending[owner] == 0)
            {
                _head.Fall(owner);
            }
        }
    }

    private bool IsFinal(JournalEntry entry) => entry.Place is not { } place || _marks.IsFinal(place);

    // A chain that stands still holds up all that came behind its last blocks. Chains have no order among each other, so these blocks
    // may as well have come later, unless something else would then have been told.
    private void PutOff()
    {
        var before = _journal;
        SortedSet<int> owners = [.. before.SkipWhile(IsFinal).SelectMany(entry => entry.Touched)];
        var told = owners.ToDictionary(owner => owner, owner => ToldOf(owner, before).ToList());
        _journal = new(before.Where(IsFinal).Concat(before.Where(entry => !IsFinal(entry))));
        Refold(null);
        foreach (int owner in owners)
        {
            Refold(owner);
        }

        if (owners.All(owner => Retractions.AreSame(told[owner], [.. ToldOf(owner, _journal)])))
        {
            return;
        }

        _journal = before;
        Refold(null);
        foreach (int owner in owners)
        {
            Refold(owner);
        }
    }
}
