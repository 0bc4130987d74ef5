using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What a run has seen of one address and asset.</summary>
internal sealed class LedgerRow
{
    private DateTimeOffset _first = DateTimeOffset.MaxValue;
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    public int Hop { get; set; } = int.MaxValue;

    public Amount Received { get; set; }

    public Amount Held { get; set; }

    public Amount Sent { get; set; }

    public TraceStop? Stop { get; set; }

    /// <summary>What came to rest here, by theft and in units of the stolen asset.</summary>
    public SortedDictionary<int, Amount> Rests { get; } = [];

    public void Rest(Lot lot) => Rests[lot.Theft] = Rests.GetValueOrDefault(lot.Theft) + lot.Origin;

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
        Rests = [.. Rests],
        Stop = Stop,
    };
}
