using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What a run has seen of one address and asset.</summary>
internal sealed class LedgerRow
{
    private DateTimeOffset _first = DateTimeOffset.MaxValue;
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private readonly List<KeyValuePair<int, Amount>> _rests = [];

    public int Hop { get; set; } = int.MaxValue;

    public Amount Received { get; set; }

    public Amount Held { get; set; }

    public Amount Sent { get; set; }

    public TraceStop? Stop { get; set; }

    /// <summary>What came to rest here, by theft and in units of the stolen asset.</summary>
    public void Rest(Lot lot)
    {
        // Most rows know one theft, and there are very many rows.
        int known = _rests.FindIndex(rest => rest.Key == lot.Theft);
        if (known < 0)
        {
            _rests.Add(new(lot.Theft, lot.Origin));
            return;
        }

        _rests[known] = new(lot.Theft, _rests[known].Value + lot.Origin);
    }

    public void See(DateTimeOffset time)
    {
        _first = time < _first ? time : _first;
        _last = time > _last ? time : _last;
    }

    public TracedHolding ToHolding(Address? address, AssetId asset) => new()
    {
        Address = address,
        Asset = asset,
        Hop = Hop,
        Received = Received,
        Held = Held,
        Sent = Sent,
        First = _first,
        Last = _last,
        Rests = _rests.Count > 1 ? [.. _rests.OrderBy(rest => rest.Key)] : _rests,
        Stop = Stop,
    };
}
