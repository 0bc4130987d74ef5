namespace Spoor.Detection.Baselines;

/// <summary>Whom a wallet paid: the late ones exactly, the others by sketch, which only a busy wallet needs.</summary>
public sealed class Counterparties
{
    private readonly RecentCounterparties _recent = new();
    private DistinctCount? _distinct;
    private FrequencySketch? _gone;

    /// <summary>How many different ones there were: exact until some had to be forgotten, then to about 3 %.</summary>
    public long Distinct => _distinct?.Estimate ?? _recent.Count;

    public bool IsExact => _distinct is null;

    /// <summary>How often a late counterparty came since it is held; 0 for one that is not held.</summary>
    public int Times(ulong key) => _recent.Times(key);

    /// <inheritdoc cref="RecentCounterparties.Largest"/>
    public byte Largest(ulong key) => _recent.Largest(key);

    /// <summary>How often one that is not held may have come at most.</summary>
    public int AtMost(ulong key) => _gone?.AtMost(key) ?? 0;

    public void Learn(ulong key, byte size = 0)
    {
        var (forgotten, times) = _recent.Use(key, size);
        if (forgotten != 0)
        {
            BeginSketches();
            _gone?.Add(forgotten, times);
            _distinct?.Add(forgotten);
        }

        _distinct?.Add(key);
    }

    public void CopyTo(Counterparties other)
    {
        _recent.CopyTo(other._recent);
        other._distinct = _distinct is null ? null : other._distinct ?? new();
        other._gone = _gone is null ? null : other._gone ?? new();
        if (other._distinct is { } distinct && other._gone is { } gone)
        {
            _distinct?.CopyTo(distinct);
            _gone?.CopyTo(gone);
        }
    }

    internal void Write(ref StateWriter to)
    {
        _recent.Write(ref to);
        to.Byte(_distinct is null ? (byte)0 : (byte)1);
        _distinct?.Write(ref to);
        _gone?.Write(ref to);
    }

    internal static Counterparties Read(ref StateReader from)
    {
        var read = new Counterparties();
        RecentCounterparties.Read(ref from).CopyTo(read._recent);
        if (from.Count(1) == 1)
        {
            read._distinct = DistinctCount.Read(ref from);
            read._gone = FrequencySketch.Read(ref from);
        }

        return read;
    }

    private void BeginSketches()
    {
        if (_distinct is not null)
        {
            return;
        }

        (_distinct, _gone) = (new(), new());
        foreach (ulong key in _recent.Keys)
        {
            if (key != 0)
            {
                _distinct.Add(key);
            }
        }
    }
}
