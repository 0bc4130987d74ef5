using System.Runtime.InteropServices;

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

    // How far an outflow lay behind one that arrived before it: chains are read side by side, and one may be hours behind another.
    private TimeSpan _disorder;
    private DateTimeOffset _newest;

    public RecentOutflows()
    {
        (_all, _older) = ([], []);
    }

    private RecentOutflows(RecentOutflows from)
    {
        _all = from._all.GetRange(from._start, from._all.Count - from._start);
        _older = [.. from._older];
        _disorder = from._disorder;
        _newest = from._newest;
    }

    /// <summary>In order of arrival.</summary>
    public IEnumerable<RecentOutflow> All => _all.Skip(_start);

    /// <summary>The sums of those for which there was no room, oldest first.</summary>
    public List<OlderOut> Older => _older;

    public RecentOutflows Clone() => new(this);

    public void Add(RecentOutflow outflow)
    {
        if (_start == _all.Count)
        {
            (_disorder, _newest) = (TimeSpan.Zero, outflow.Time);
        }

        _newest = outflow.Time > _newest ? outflow.Time : _newest;
        _disorder = _newest - outflow.Time > _disorder ? _newest - outflow.Time : _disorder;
        _all.Add(outflow);
        if (_all.Count - _start > Most)
        {
            Fold(_all[_start]);
            _start++;
        }

        Compact();
    }

    /// <summary>Drops what is older than a window, each by its own chain, from the front.</summary>
    public void Forget(ChainClocks clocks, TimeSpan window)
    {
        while (_start < _all.Count && clocks.IsPast(_all[_start].Chain, _all[_start].Time, window))
        {
            _start++;
        }

        if (clocks.Slowest is { } slowest)
        {
            _older.RemoveAll(older => slowest - older.Minute > window);
        }

        Compact();
    }

    /// <summary>Those within a window before a time, in order of arrival; what another chain has of a later time counts when it is no further away.</summary>
    /// <remarks>Looks from the newest back, so a short window costs little however much lies before it.</remarks>
    public ReadOnlySpan<RecentOutflow> Within(DateTimeOffset now, TimeSpan window)
    {
        int first = _all.Count;
        bool isWhole = true;
        for (int i = _all.Count - 1; i >= _start && now - _all[i].Time <= window + _disorder; i--)
        {
            first = i;
            isWhole &= IsWithin(_all[i], now, window);
        }

        var near = CollectionsMarshal.AsSpan(_all)[first..];
        return isWhole ? near : near.ToArray().Where(outflow => IsWithin(outflow, now, window)).ToArray();
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

    private static bool IsWithin(RecentOutflow outflow, DateTimeOffset now, TimeSpan window) => (now - outflow.Time).Duration() <= window;

    private void Compact()
    {
        if (_start > Most)
        {
            _all.RemoveRange(0, _start);
            _start = 0;
        }
    }
}
