using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Reporting.Flows.Views;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Web.Pages.Flow;

/// <summary>A trace that a page shows, and what is needed to show it.</summary>
internal sealed record FlowFound
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AssetId, FlowMap> _maps = [];

    public required Trace Trace { get; init; }

    public required Whereabouts? Whereabouts { get; init; }

    /// <summary>What the first box is called.</summary>
    public required string Victim { get; init; }

    public required LabelBook Labels { get; init; }

    public required TokenList Tokens { get; init; }

    public required PriceBook Prices { get; init; }

    /// <summary>The day for which amounts are valued.</summary>
    public required DateTimeOffset Day { get; init; }

    public CoinText Coins => new(Tokens);

    /// <summary>The stolen assets, the one with most movements first.</summary>
    public IReadOnlyList<AssetId> Assets => FlowMap.AssetsOf(Trace, Coins);

    /// <summary>The way of one of them, worked out once.</summary>
    public FlowMap MapOf(AssetId asset)
    {
        lock (_gate)
        {
            if (!_maps.TryGetValue(asset, out var map))
            {
                _maps[asset] = map = new(Trace, Whereabouts, asset, new(Victim, Labels, Coins), FlowWorth.Of(asset, Day, Prices, Tokens));
            }

            return map;
        }
    }
}
