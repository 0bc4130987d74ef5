using System.Collections.Immutable;
using Spoor.Detection.Steps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Owners;

/// <summary>An outflow that still lies inside a window.</summary>
internal sealed record RecentOutflow(DateTimeOffset Time, ChainId Chain, TxHash Tx, UsdValue Usd, IReadOnlyList<Payout> Payouts)
{
    /// <summary>Largest share of a holding that had left by then, in thousandths; null when it was not known. Set once, before anybody else sees it.</summary>
    public int? Share { get; set; }

    /// <summary>Whether it was alarming by itself, though not enough to be told; set with the share.</summary>
    public bool IsSuspect { get; set; }
}

/// <summary>An address that the owner paid in the last days: what was known of it when it was first paid, and what it got.</summary>
/// <param name="Chain">Where it was first paid; by that chain's clock it is forgotten.</param>
internal sealed record MetRecipient(ChainId Chain, DateTimeOffset First, int? Freshness, UsdValue Usd, TxHash FirstTx, UsdValue FirstUsd);

/// <summary>A small native amount that a wallet got from somebody the owner does not know.</summary>
internal sealed record TopUp(DateTimeOffset Time, int Purse, Address? From, TxHash Tx);

/// <summary>Power over a wallet that was given away.</summary>
internal sealed record Grant(DateTimeOffset Time, ChainId Chain, ControlChange Change, int? Freshness);

/// <summary>A payment out of the watched wallets for which the withdrawal log has no entry yet.</summary>
internal sealed record Unmatched(DateTimeOffset Time, OwnerStep Step, Payout Payout);

/// <summary>What left within an hour without an entry in the withdrawal log.</summary>
internal sealed record Missed(ChainId Chain, DateTimeOffset Hour, UsdValue Usd);

/// <summary>An alert that is under way.</summary>
internal sealed record OpenAlert
{
    /// <summary>A long drain keeps its first transactions and recipients; the sums go on.</summary>
    public const int MostListed = 512;

    private const int MostSeen = 16_384;

    public required string Id { get; init; }

    public required AlertClass Class { get; init; }

    public required AlertSeverity Severity { get; init; }

    public required int Score { get; init; }

    public required string HardRule { get; init; }

    /// <summary>The chains whose silence it waits for, with the time of the last movement there that belongs to it.</summary>
    public required ImmutableSortedDictionary<ChainId, DateTimeOffset> Awaited { get; init; }

    /// <summary>The step that was told last, for the notice that ends it.</summary>
    public required AlertNotice LastTold { get; init; }

    public required UsdValue Gone { get; init; }

    public required UsdValue ToldGone { get; init; }

    public ImmutableSortedSet<AssetId> Unpriced { get; init; } = [];

    public ImmutableList<AccountOnChain> Block { get; init; } = [];

    public ImmutableSortedSet<AssetId> Assets { get; init; } = [];

    /// <summary>The first of them, in order of arrival.</summary>
    public ImmutableList<TxHash> Transactions { get; init; } = [];

    /// <summary>All of them, so that none counts twice; bounded.</summary>
    public ImmutableHashSet<TxHash> Seen { get; init; } = [];

    /// <summary>How many there are, also beyond those listed.</summary>
    public int Count { get; init; }

    /// <summary>How many assets had left when it was told last.</summary>
    public int ToldAssets { get; init; }

    /// <summary>Notices told so far.</summary>
    public int Told { get; init; }

    /// <summary>The alert with one more transaction.</summary>
    public OpenAlert With(TxHash tx) => Seen.Contains(tx) ? this : this with
    {
        Count = Count + 1,
        Seen = Seen.Count < MostSeen ? Seen.Add(tx) : Seen,
        Transactions = Transactions.Count < MostListed ? Transactions.Add(tx) : Transactions,
    };

    /// <summary>The chains to wait for after a step that belongs to it.</summary>
    public ImmutableSortedDictionary<ChainId, DateTimeOffset> AwaitedAfter(OwnerStep step) =>
        Awaited.TryGetValue(step.Chain, out var last) && last > step.Time ? Awaited : Awaited.SetItem(step.Chain, step.Time);
}
