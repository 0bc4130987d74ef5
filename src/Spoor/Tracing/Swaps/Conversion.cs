using Spoor.Transfers;

namespace Spoor.Tracing.Swaps;

/// <summary>What one address exchanged inside one transaction: all that it gave, net, and all that was got for it.</summary>
/// <remarks>
/// Found by net position, so routers and pools in between do not matter, nor what they are called. A swap is one asset for
/// another; a wrap is one, too; liquidity that is added or taken back has several assets on one side. A trace re-bases
/// taint by it (<see cref="SwapTaint"/>): docs/methods/swaps.md.
/// </remarks>
public sealed record Conversion
{
    /// <summary>The first of its movements in the order of the trace.</summary>
    public required Transfer First { get; init; }

    public required Address Address { get; init; }

    /// <summary>Who got what was bought, in most cases <see cref="Address"/> itself.</summary>
    public required Address Recipient { get; init; }

    /// <summary>In order of asset; in a backward trace what was received is given back.</summary>
    public required IReadOnlyList<ConvertedAmount> Given { get; init; }

    /// <summary>What each asset given counts, by its worth; empty where there is one, or all are taken for equal.</summary>
    public IReadOnlyList<UInt128> GivenWeights { get; init; } = [];

    /// <summary>In order of asset; empty where it went into a bridge.</summary>
    public required IReadOnlyList<ConvertedAmount> Received { get; init; }

    /// <summary>What each asset received counts; empty as above.</summary>
    public IReadOnlyList<UInt128> ReceivedWeights { get; init; } = [];

    /// <summary>Whether several assets of one side are taken for equal in worth, because the price of one at least is not at hand.</summary>
    public bool AssumesEqualParts => (Given.Count > 1 && GivenWeights.Count == 0) || (Received.Count > 1 && ReceivedWeights.Count == 0);

    /// <summary>The bridges it went into, in order of name; empty for a swap.</summary>
    public IReadOnlyList<Crossing> Crossings { get; init; } = [];

    /// <summary>The payment to <see cref="Recipient"/>, where that is another address.</summary>
    public Transfer? Delivery { get; init; }

    /// <summary>Whether movements of an asset at an address are part of it.</summary>
    public bool Covers(Address address, AssetId asset) =>
        (address == Address && Given.Any(side => side.Asset == asset)) || (address == Recipient && Received.Any(side => side.Asset == asset));
}

/// <summary>One asset of one side of an exchange.</summary>
public readonly record struct ConvertedAmount(AssetId Asset, Amount Amount);
