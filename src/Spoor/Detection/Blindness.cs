using Spoor.Transfers;

namespace Spoor.Detection;

/// <summary>What a watch cannot speak of, because it does not know what something is worth or how much of it there is.</summary>
public sealed record Blindness
{
    /// <summary>How many assets wallets hold, or are coins of watched chains.</summary>
    public required int Assets { get; init; }

    /// <summary>Those of which there is no price at all.</summary>
    public required IReadOnlyList<AssetId> Unpriced { get; init; }

    /// <summary>Those whose prices are too far from the time of the last block of their chain to be used.</summary>
    public required IReadOnlyList<AssetId> Void { get; init; }

    /// <summary>How many wallets are for daily business.</summary>
    public required int Wallets { get; init; }

    /// <summary>Those of which nothing is known to be held, so that no share of it can be told.</summary>
    public required IReadOnlyList<AccountOnChain> Unopened { get; init; }

    /// <summary>Whether the worth of nothing is known.</summary>
    public bool IsWithoutPrices => Assets > 0 && Unpriced.Count + Void.Count == Assets;
}
