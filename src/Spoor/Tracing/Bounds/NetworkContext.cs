using Spoor.Tracing.Engine;
using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>What the parts of one network share while it is drawn.</summary>
internal sealed class NetworkContext
{
    private readonly Dictionary<AssetId, Dictionary<int, DateTimeOffset?>> _begins = [];
    private readonly ConversionBook _conversions;

    public NetworkContext(Trace trace, IHistories histories, ClaimedThefts claims)
    {
        (Trace, Histories, Claims) = (trace, histories, claims);
        Orientation = new(trace.Request.Direction);
        Ends = new(Network);
        _conversions = new(new RunContext(trace.Request, histories, claims));
        Frontier = new(this);
    }

    public Trace Trace { get; }

    public TraceRequest Request => Trace.Request;

    public IHistories Histories { get; }

    public ClaimedThefts Claims { get; }

    public Orientation Orientation { get; }

    public FlowNetwork Network { get; } = new();

    public Ends Ends { get; }

    public Frontier Frontier { get; }

    /// <summary>Assets that value was exchanged for, or out of, somewhere in the network; it says nothing of where they ended.</summary>
    public HashSet<AssetId> Swapped { get; } = [];

    /// <summary>Notes an exchange, if a payment that can be stolen is part of one.</summary>
    public void SeeExchange(Transfer transfer, Address? payer)
    {
        if (payer is { } address && _conversions.Of(transfer, address) is { } conversion)
        {
            Swapped.UnionWith(conversion.Given.Concat(conversion.Received).Select(side => side.Asset));
        }
    }

    /// <summary>Notes the first units a theft took, and when; a time that is not stated is none.</summary>
    public void Begin(AssetId asset, int theft, DateTimeOffset time)
    {
        if (!_begins.TryGetValue(asset, out var begins))
        {
            _begins[asset] = begins = [];
        }

        begins[theft] = begins.GetValueOrDefault(theft) ?? (time == DateTimeOffset.UnixEpoch ? null : time);
    }

    /// <summary>Whether a transfer is past the horizon of every theft that can be in it.</summary>
    public bool IsPastHorizon(Transfer transfer) =>
        Request.Stops.Horizon is { } horizon
        && transfer.IsTimed
        && _begins[transfer.Asset].Values.All(begin => (transfer.Time - begin)?.Duration() > horizon);
}
