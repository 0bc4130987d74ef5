namespace Spoor.Detection.Owners;

/// <summary>The last outflows of an owner in order of arrival, bounded in time and number.</summary>
internal sealed class RecentOutflows
{
    public const int Most = 512;

    private readonly List<RecentOutflow> _all;
    private int _start;

    public RecentOutflows()
    {
        _all = [];
    }

    private RecentOutflows(List<RecentOutflow> all)
    {
        _all = all;
    }

    /// <summary>Oldest first.</summary>
    public IEnumerable<RecentOutflow> All => _all.Skip(_start);

    public RecentOutflows Clone() => new(_all.GetRange(_start, _all.Count - _start));

    public void Add(RecentOutflow outflow)
    {
        _all.Add(outflow);
        _start = Math.Max(_start, _all.Count - Most);
        Compact();
    }

    /// <summary>Drops what is older than a window from the front.</summary>
    public void Forget(DateTimeOffset now, TimeSpan window)
    {
        while (_start < _all.Count && now - _all[_start].Time > window)
        {
            _start++;
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

    private void Compact()
    {
        if (_start > Most)
        {
            _all.RemoveRange(0, _start);
            _start = 0;
        }
    }
}
