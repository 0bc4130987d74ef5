using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>A place where a trace ends with value, and what kind of place that is.</summary>
public sealed record RestingPlace
{
    public required ChainId Chain { get; init; }

    /// <summary>Null for what has none: an output without an address, value between two chains, fees.</summary>
    public required Address? Address { get; init; }

    public required TerminalClass Class { get; init; }

    /// <summary>What the class rests on, in words.</summary>
    public required string Why { get; init; }

    /// <summary>By asset that was stolen, in order, in units of that.</summary>
    public required IReadOnlyList<KeyValuePair<AssetId, Amount>> Amounts { get; init; }

    /// <summary>Its place in the ranking of its chain (docs/methods/ttr.md); null when it has none.</summary>
    public int? Rank { get; init; }

    /// <summary>Of one stolen asset.</summary>
    public Amount Of(AssetId asset) => Amounts.FirstOrDefault(amount => amount.Key == asset).Value;
}
