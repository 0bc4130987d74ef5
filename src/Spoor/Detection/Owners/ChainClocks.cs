using Spoor.Detection.Watching;
using Spoor.Transfers;

namespace Spoor.Detection.Owners;

/// <summary>The time of the last block of each chain; one chain's time says nothing of another's, which may be hours behind.</summary>
internal sealed class ChainClocks
{
    private readonly SortedDictionary<ChainId, DateTimeOffset> _times;

    public ChainClocks()
        : this([])
    {
    }

    public ChainClocks(IEnumerable<(ChainId Chain, DateTimeOffset Time)> times)
    {
        _times = new(times.ToDictionary(one => one.Chain, one => one.Time));
    }

    public IEnumerable<(ChainId Chain, DateTimeOffset Time)> All => _times.Select(one => (one.Key, one.Value));

    /// <summary>Of the chain that is furthest behind; null before the first block.</summary>
    public DateTimeOffset? Slowest => _times.Count == 0 ? null : _times.Values.Min();

    /// <summary>Null before the chain's first block.</summary>
    public DateTimeOffset? Of(ChainId chain) => _times.TryGetValue(chain, out var time) ? time : null;

    /// <summary>Whether something of a chain is older than that chain remembers.</summary>
    public bool IsPast(ChainId chain, DateTimeOffset time, TimeSpan memory) => _times.TryGetValue(chain, out var now) && now - time > memory;

    public void Pass(ChainId chain, DateTimeOffset time) => _times[chain] = time;

    public void Pass(JournalEntry entry)
    {
        if (entry.Place is { } place)
        {
            Pass(place.Chain, place.Time);
        }
    }

    public ChainClocks Clone() => new(All);
}
