using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>Everything that decides a ranking, besides the transfers themselves; shares are in millionths.</summary>
public sealed record RankingRequest
{
    private const long Million = 1_000_000;

    public RankingMethod Method { get; init; } = RankingMethod.TtrRedirect;

    public required ChainId Chain { get; init; }

    /// <summary>Each begins with a mass of one.</summary>
    public required IReadOnlyList<RankingSeed> Seeds { get; init; }

    /// <summary>Out: payments made weigh as beta says, those received as the rest; In: the other way round.</summary>
    public TraceDirection Direction { get; init; } = TraceDirection.Out;

    /// <summary>What settles at an address whenever mass passes through it.</summary>
    public long AlphaPerMillion { get; init; } = 150_000;

    /// <summary>The part of the rest that goes in the direction of the ranking; only for methods that have one.</summary>
    public long BetaPerMillion { get; init; } = 700_000;

    /// <summary>Mass that is not more than this is not passed on.</summary>
    public long EpsilonPerMillion { get; init; } = 1_000;

    /// <summary>The community is closed when its neighbours have less than this share of its own score.</summary>
    public long CommunityPerMillion { get; init; } = 1_000;

    public SinkRule Sinks { get; init; } = SinkRule.Hold;

    /// <summary>Labels and activity: what reaches a service is held there. Seeds are walked whatever they are.</summary>
    public StopRules Stops { get; init; } = StopRules.None;

    /// <summary>Null for all assets.</summary>
    public IReadOnlySet<AssetId>? Assets { get; init; }

    /// <summary>Whether what reaches an address is held there without a look at how busy it is.</summary>
    internal bool IsKnownEnd(Address address) =>
        address.IsZeroAccount || (Stops.Labels.Of(Chain, address) is { } label && LabelStop.Of(label) is not null);

    /// <exception cref="ArgumentException">A share is out of its range, so that the ranking would not end or mean nothing.</exception>
    internal void RefuseSenselessShares()
    {
        Refuse(AlphaPerMillion is > 0 and <= Million, "alpha", "above 0 and at most 1", AlphaPerMillion);
        Refuse(BetaPerMillion is >= 0 and <= Million, "beta", "from 0 to 1", BetaPerMillion);
        Refuse(EpsilonPerMillion is > 0 and <= Million, "epsilon", "above 0 and at most 1", EpsilonPerMillion);
        Refuse(CommunityPerMillion is >= 0 and <= Million, "the community's share", "from 0 to 1", CommunityPerMillion);
    }

    private static void Refuse(bool sensible, string name, string range, long found)
    {
        if (!sensible)
        {
            throw new ArgumentException($"Expected {name} {range}, found {found} millionths.");
        }
    }
}
