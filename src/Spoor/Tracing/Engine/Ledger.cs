using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What a run has found so far: every tainted unit that came, went, stopped or was paid as a fee.</summary>
internal sealed partial class Ledger(IReadOnlyList<Theft> thefts)
{
    private static readonly int Reasons = Enum.GetValues<StopReason>().Length;
    private static readonly Orientation Chronological = new(TraceDirection.Out);

    private readonly Amount[] _stolen = new Amount[thefts.Count + 1];
    private readonly DateTimeOffset?[] _begin = new DateTimeOffset?[thefts.Count + 1];
    private readonly Amount[] _fees = new Amount[thefts.Count + 1];
    private readonly Amount[] _held = new Amount[thefts.Count + 1];
    private readonly Amount[] _overcount = new Amount[thefts.Count + 1];
    private readonly Amount[,] _stopped = new Amount[thefts.Count + 1, Reasons];
    private readonly Dictionary<(Address?, AssetId), LedgerRow> _rows = [];

    public List<Opening> Openings { get; } = [];

    public List<Collision> Collisions { get; } = [];

    public Amount StolenBy(int theft) => _stolen[theft];

    /// <summary>When a theft began: its first claim with a time, or the first spend of a stolen opening balance.</summary>
    public DateTimeOffset? BeginOf(int theft) => _begin[theft];

    /// <summary>Notes that a theft has begun, though an earlier one may have taken all of it: when it was depends on no rule.</summary>
    public void Begin(int theft, DateTimeOffset time) => _begin[theft] ??= time == DateTimeOffset.UnixEpoch ? null : time;

    public void Steal(int theft, Amount amount, DateTimeOffset time)
    {
        _stolen[theft] += amount;
        Begin(theft, time);
    }

    public void PayFee(IEnumerable<TakenLot> lots)
    {
        foreach (var (_, lot) in lots.Where(taken => taken.Lot.IsTainted))
        {
            _fees[lot.Theft] += lot.Origin;
        }
    }

    public void Hold(Address? address, AssetId asset, Lot lot)
    {
        _held[lot.Theft] += lot.Origin;
        var row = RowOf(address, asset);
        row.Held += lot.Amount;
        row.Rest(lot);
    }

    public void Overcount(int theft, Amount amount) => _overcount[theft] += amount;

    public void Stop(Address? address, AssetId asset, TraceStop stop, IEnumerable<TakenLot> lots)
    {
        var row = RowOf(address, asset);
        row.Stop ??= stop;
        foreach (var (_, lot) in lots)
        {
            if (lot.IsTainted)
            {
                _stopped[lot.Theft, (int)stop.Reason] += lot.Origin;
                row.Rest(lot);
            }
        }
    }

    /// <summary>Notes tainted units coming in at a hop.</summary>
    public void Receive(Address? address, AssetId asset, int hop, DateTimeOffset time, Amount tainted)
    {
        var row = RowOf(address, asset);
        row.Hop = Math.Min(row.Hop, hop);
        row.Received += tainted;
        row.See(time);
    }

    public void Send(Address? address, AssetId asset, DateTimeOffset time, Amount tainted)
    {
        var row = RowOf(address, asset);
        row.Sent += tainted;
        row.See(time);
    }

    /// <summary>Takes lots without units out; of what they stand for whoever got the rest is named as the holder.</summary>
    public void Lose(Address? address, AssetId asset, int hop, DateTimeOffset time, List<TakenLot> lots)
    {
        var lost = lots.FindAll(taken => taken.Lot.Amount.IsZero && !taken.Lot.Origin.IsZero);
        lots.RemoveAll(taken => taken.Lot.Amount.IsZero);
        if (lost.Count > 0)
        {
            Receive(address, asset, hop, time, Amount.Zero);
            Stop(address, asset, new(StopReason.Dust, null) { Why = "fewer units were received than thefts paid for them" }, lost);
        }
    }

    /// <summary>Counts what went into a bridge and has not come out.</summary>
    public void Wait(List<TakenLot> lots) => lots.ForEach(taken => _stopped[taken.Lot.Theft, (int)StopReason.Transit] += taken.Lot.Origin);

    public Trace ToTrace(TraceRequest request, IEnumerable<AssetId> refused) => new()
    {
        Request = request,
        Thefts = [.. thefts.Where(IsFound).Select(theft => theft with { Amount = _stolen[theft.Number] })],
        Holdings =
        [
            .. _rows.Select(row => row.Value.ToHolding(row.Key.Item1, row.Key.Item2))
                .OrderBy(holding => holding.Hop)
                .ThenBy(holding => holding.Asset)
                .ThenByDescending(holding => holding.Received)
                .ThenBy(holding => holding.Address, Comparer<Address?>.Create(Nullable.Compare)),
        ],
        Transfers = [.. _transfers.OrderBy(traced => traced.Transfer, Chronological).ThenBy(traced => traced.Theft)],
        Conversions = [.. _conversions.OrderBy(traced => traced.Conversion.First, Chronological).ThenBy(traced => traced.Theft).ThenBy(traced => traced.Crossing?.Name, StringComparer.Ordinal)],
        Openings = [.. Openings.OrderBy(opening => opening.Asset.Chain).ThenBy(opening => opening.Position)],
        Collisions = Collisions,
        Refused = [.. refused.Distinct().Order()],
        Books = [.. thefts.Where(IsFound).Select(theft => BookOf(theft.Number))],
    };

    // A theft of which an earlier one has taken everything is named by its collisions, so it stays on the list.
    private bool IsFound(Theft theft) =>
        !_stolen[theft.Number].IsZero || Collisions.Exists(collision => collision.Claimed == theft.Number);

    private Book BookOf(int theft) => new()
    {
        Theft = theft,
        Stolen = _stolen[theft],
        Overcount = _overcount[theft],
        Held = _held[theft],
        Stopped =
        [
            .. Enumerable.Range(0, Reasons)
                .Where(reason => !_stopped[theft, reason].IsZero)
                .Select(reason => KeyValuePair.Create((StopReason)reason, _stopped[theft, reason])),
        ],
        Fees = _fees[theft],
    };

    private LedgerRow RowOf(Address? address, AssetId asset)
    {
        if (!_rows.TryGetValue((address, asset), out var row))
        {
            _rows[(address, asset)] = row = new();
        }

        return row;
    }
}
