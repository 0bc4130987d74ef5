using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>A contract that takes in and gives out one denomination of one asset, so that nobody sees which deposit a withdrawal is of.</summary>
public sealed record MixerPool
{
    public required ChainId Chain { get; init; }

    public required Address Address { get; init; }

    public required AssetId Asset { get; init; }

    /// <summary>What every deposit brings, in the smallest unit.</summary>
    public required Amount Denomination { get; init; }

    /// <summary>As people say it: <c>10 ETH</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Points of TORN anonymity mining that a note in the pool earned each block; null where the pool was not mined.</summary>
    public long? MiningRate { get; init; }

    public override string ToString() => $"{Name} ({AddressText.ToCaip10(Chain, Address)})";
}
