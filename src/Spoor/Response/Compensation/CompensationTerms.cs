namespace Spoor.Response.Compensation;

/// <summary>What is promised for which losses, and in what it is paid.</summary>
public sealed record CompensationTerms
{
    public const int Whole = 1_000_000;

    public required IReadOnlyList<LostAsset> Assets { get; init; }

    public required PledgePolicy Policy { get; init; }

    /// <summary>The part of the loss that is made good, in millionths; the whole of it for <see cref="PledgePolicy.Full"/>.</summary>
    public int SharePerMillion { get; init; } = Whole;

    /// <summary>Null where each asset is paid in kind; else the moment whose prices turn all of them into dollars.</summary>
    public DateTimeOffset? PricedAt { get; init; }
}
