namespace Spoor.Detection.Owners;

/// <summary>The last outflows of an owner in order of arrival, bounded in time and number.</summary>
internal sealed class RecentOutflows
{
    public const int Most = 512;

    // Minutes of two hours, for some purses and assets.
    private const int MostOlder = 4_096;

    private readonly List<RecentOutflow> _all;
    private readonly List<OlderOut> _older;
    private int _start;

    public RecentOutflows()
    {
        (_all, _older) = ([], []);
    }

    private RecentOutflows(List<RecentOutflow> all, List<OlderOut> older)
    {
        (_all, _older) = (all, older);
    }

    /// <summary>Oldest first.</summary>
    public IEnumerable<RecentOutflow> All => _all.Skip(_start);

    /// <summary>The sums of those for which there was no room, oldest first.</summary>
    public List<OlderOut> Older => _older;

    public RecentOutflows Clone() => new(_all.GetRange(_start, _all.Count - _start), [.. _older]);

    public void Add(RecentOutflow outflow)
    {
        _all.Add(outflow);
        if (_all.Count - _start > Most)
        {
            Fold(_all[_start]);
            _start++;
        }

        Compact();
    }

    /// <summary>Drops what is older than a window from the front.</summary>
    public void Forget(DateTimeOffset now, TimeSpan window)
    {
        while (_start < _all.Count && now - _all[_start].Time > window)
        {
            _start++;
        }

        if (_older.Count > 0)
        {
            _older.RemoveAll(older => now - older.Minute > window);
        }

        Compact();
    }

    /// <summary>Those within a window before a time, oldest first.</summary>
    /// <remarks>Looks from the newest back, so a short window costs little however much lies before it.</remarks>
    public ReadOnlySpan<RecentOutflow> Within(DateTimeOffset now, TimeSpan window)
    {
        int first = _all.Count;
        while (first > _start && now - _all[first - 1].Time <= window)
        {
            first--;
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_all)[first..];
    }

    private void Fold(RecentOutflow outflow)
    {
        var minute = new DateTimeOffset(outflow.Time.UtcTicks - (outflow.Time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        foreach (var payout in outflow.Payouts)
        {
            int known = _older.FindLastIndex(older => older.Minute == minute && older.Purse == payout.Purse && older.Asset == payout.Asset);
            if (known < 0)
            {
                _older.Add(new(minute, payout.Purse, payout.Asset, payout.Units, payout.Usd ?? default, payout.Usd is not null));
                continue;
            }

            var before = _older[known];
            _older[known] = before with { Units = before.Units + payout.Units, Usd = before.Usd + (payout.Usd ?? default), IsPriced = before.IsPriced && payout.Usd is not null };
        }

        if (_older.Count > MostOlder)
        {
            _older.RemoveRange(0, _older.Count - MostOlder);
        }
    }

    private void Compact()
    {
        if (_start > Most)
        {
            _all.RemoveRange(0, _start);
            _start = 0;
        }
    }
}
