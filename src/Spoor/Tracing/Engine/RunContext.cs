using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>What the parts of one run share.</summary>
internal sealed class RunContext
{
    public RunContext(TraceRequest request, IHistories histories, ClaimedThefts claims)
    {
        (Request, Histories, Claims) = (request, histories, claims);
        Orientation = new(request.Direction);
        Ledger = new(claims.Thefts);
        Stops = new(request, histories, Ledger, claims.Thefts);
        Crossings = new(request.Crossings, Orientation);
        Exits = new(this);
    }

    public TraceRequest Request { get; }

    public IHistories Histories { get; }

    public ClaimedThefts Claims { get; }

    public Orientation Orientation { get; }

    public Ledger Ledger { get; }

    public StopDecision Stops { get; }

    public CrossingBook Crossings { get; }

    public ExitBook Exits { get; }

    public static bool IsCoin(AssetId asset) => asset.Reference.StartsWith("slip44:", StringComparison.Ordinal);

    /// <summary>Whether an asset is one that somebody answers for: anybody can make a token.</summary>
    public bool IsListed(AssetId asset) => IsCoin(asset) || Request.Tokens.TryGet(asset, out _);

    /// <summary>Counts what books that do not conserve have made of clean units.</summary>
    public void CountOvercount(ITaint books)
    {
        foreach (var theft in Request.Rule.Conserves ? [] : Claims.Thefts)
        {
            Ledger.Overcount(theft.Number, books.Overcounted(theft.Number));
        }
    }
}
