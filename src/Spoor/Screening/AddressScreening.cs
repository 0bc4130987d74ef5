using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Screening;

/// <summary>What is known of one address.</summary>
public sealed record AddressScreening
{
    public required Address Address { get; init; }

    /// <summary>The chain it was asked for; null for all chains at hand.</summary>
    public required ChainId? Chain { get; init; }

    /// <summary>Chains on which it moved something, in order.</summary>
    public required IReadOnlyList<ChainId> Chains { get; init; }

    /// <summary>In order of preference, those of other chains last.</summary>
    public required IReadOnlyList<KnownLabel> Labels { get; init; }

    public required IReadOnlyList<LabelConflict> Conflicts { get; init; }

    public required Turnover Received { get; init; }

    public required Turnover Sent { get; init; }

    /// <summary>By side, then direct ones first, then by category.</summary>
    public required IReadOnlyList<Exposure> Exposures { get; init; }

    public required Risk Risk { get; init; }

    /// <summary>Whether anything is known: a label, or a transfer. Nothing known is not the same as known and clean.</summary>
    public bool IsKnown => Labels.Count > 0 || Received.Payments + Sent.Payments > 0;

    public bool IsComplete => Received.IsComplete && Sent.IsComplete;
}
