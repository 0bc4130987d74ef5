using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>Where the money of a trace is now (backward: came from): every stolen unit at one place, and each place with its class.</summary>
public sealed record Whereabouts
{
    public required Trace Trace { get; init; }

    public required TerminalRules Rules { get; init; }

    /// <summary>What the data hold of each chain, in order: nothing is said of what happened later.</summary>
    public required IReadOnlyList<ChainHead> Heads { get; init; }

    /// <summary>By the largest share of any stolen asset, largest first; of each asset they add up to what its books account for.</summary>
    public required IReadOnlyList<RestingPlace> Places { get; init; }

    /// <summary>Why no place has a rank; null where places have one.</summary>
    public required RankGap? Gap { get; init; }

    /// <summary>The moment with which the data of a chain end; null when its transfers have no time.</summary>
    public DateTimeOffset? EndOf(ChainId chain) => EndOf(Heads, chain);

    internal static DateTimeOffset? EndOf(IReadOnlyList<ChainHead> heads, ChainId chain) =>
        heads.FirstOrDefault(head => head.Chain == chain) is { } found && found.Last > DateTimeOffset.UnixEpoch ? found.Last : null;

    /// <summary>All that the books of an asset account for: what was stolen, and what poison overcounts.</summary>
    public Amount WholeOf(AssetId asset) => Trace.Books.Zip(Trace.Thefts)
        .Where(pair => pair.Second.Asset == asset)
        .Aggregate(Amount.Zero, (sum, pair) => sum + pair.First.Stolen + pair.First.Overcount);

    /// <summary>The stolen assets, in order of theft.</summary>
    public IReadOnlyList<AssetId> Assets => [.. Trace.Thefts.Select(theft => theft.Asset).Distinct()];

    /// <summary>By class, most first.</summary>
    public IReadOnlyList<ClassSum> SumsOf(AssetId asset) =>
    [
        .. Places.Select(place => (Place: place, Amount: place.Of(asset)))
            .Where(one => !one.Amount.IsZero)
            .GroupBy(one => one.Place.Class)
            .Select(group => new ClassSum(
                group.Key,
                group.Where(one => one.Place.Address is not null).Select(one => (one.Place.Chain, one.Place.Address)).Distinct().Count(),
                group.Aggregate(Amount.Zero, (sum, one) => sum + one.Amount)))
            .OrderByDescending(sum => sum.Amount)
            .ThenBy(sum => sum.Class),
    ];

    /// <summary>A place's largest share of any stolen asset, in millionths; assets that nobody has listed, most of them spam, count only where all are such.</summary>
    public long SharePerMillion(RestingPlace place)
    {
        bool anyListed = Trace.Thefts.Any(theft => IsListed(theft.Asset));
        return place.Amounts.Where(amount => !anyListed || IsListed(amount.Key)).Select(PerMillion).DefaultIfEmpty().Max();
    }

    /// <summary>What share of its stolen asset an amount is, in millionths.</summary>
    public long PerMillion(KeyValuePair<AssetId, Amount> amount) => PerMillion(amount.Value, WholeOf(amount.Key));

    private bool IsListed(AssetId asset) => Trace.Request.Tokens.TryGet(asset, out _);

    internal static long PerMillion(Amount part, Amount whole) =>
        whole.IsZero ? 0 : (long)LargestRemainder.MultiplyDivide(part.Units, 1_000_000, whole.Units).Quotient;
}

/// <summary>How much of a stolen asset is at the places of one class.</summary>
/// <param name="Addresses">Distinct ones; places without an address are none.</param>
public readonly record struct ClassSum(TerminalClass Class, int Addresses, Amount Amount);
