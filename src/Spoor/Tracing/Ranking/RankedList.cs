using Spoor.Transfers;

namespace Spoor.Tracing.Ranking;

/// <summary>Addresses in the order in which they deserve to be looked at.</summary>
/// <remarks>A ranking orders attention; amounts come from a <see cref="Trace"/>.</remarks>
public sealed record RankedList
{
    public required RankingRequest Request { get; init; }

    /// <summary>Highest score first, ties by address.</summary>
    public required IReadOnlyList<RankedAddress> Addresses { get; init; }

    /// <summary>So many of the first addresses belong together: their neighbours outside have hardly any score.</summary>
    public required int Community { get; init; }

    /// <summary>How often mass was passed on.</summary>
    public required long Pushes { get; init; }

    public required RankingMass Mass { get; init; }
}

/// <summary>An address and its part of all scores.</summary>
/// <param name="Share">Twelve decimals; all together are one.</param>
/// <param name="Held">The part of the share that lies there because nothing took it on.</param>
public readonly record struct RankedAddress(Address Address, decimal Share, decimal Held);

/// <summary>Where the seeds' mass is; the three are the number of seeds, but for the rounding to twelve decimals.</summary>
/// <param name="Settled">What stayed behind wherever mass passed through.</param>
/// <param name="Held">What lies where nothing took it on.</param>
/// <param name="Waiting">Too little at each address to be passed on.</param>
public readonly record struct RankingMass(decimal Settled, decimal Held, decimal Waiting);
