using System.Numerics;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Response.Freezing;

/// <summary>Stolen value at one address that somebody can stop.</summary>
public sealed record FreezePosition
{
    public required AssetId Asset { get; init; }

    /// <summary>Null where no token list knows the asset.</summary>
    public required Token? Token { get; init; }

    /// <summary>The address with the service's label, or for an issuer the one that holds the token. Where the label is of a collecting wallet, the customer's deposit address is who paid it (<see cref="Arrivals"/>).</summary>
    public required Address Address { get; init; }

    /// <summary>What the labels call the address; empty where they do not.</summary>
    public required string Label { get; init; }

    /// <summary>Tainted units that came in and, for an issuer, are still there.</summary>
    public required Amount Amount { get; init; }

    /// <summary>The payments that brought it, in order of time.</summary>
    public required IReadOnlyList<FreezeArrival> Arrivals { get; init; }

    /// <summary>The way from the theft to here.</summary>
    public required IReadOnlyList<ChronologyStep> Chronology { get; init; }

    /// <summary>What <see cref="Amount"/> was worth when it came in, its part of what all arrivals were worth; null where one of them has no price.</summary>
    public UsdValue? Usd
    {
        get
        {
            var came = Arrivals.Aggregate(BigInteger.Zero, (sum, arrival) => sum + arrival.Tainted.Units);
            return !came.IsZero && Arrivals.All(arrival => arrival.Usd is not null)
                ? new(UsdValue.Sum(Arrivals.Select(arrival => arrival.Usd!.Value)).Micros * Amount.Units / came)
                : null;
        }
    }
}

/// <summary>A payment that brought stolen value to where it is to be stopped.</summary>
/// <param name="Amount">All that it moved.</param>
/// <param name="Tainted">The part of it that is stolen.</param>
/// <param name="Usd">What the stolen part was worth then; null without a price.</param>
public sealed record FreezeArrival(DateTimeOffset Time, TxHash Tx, Address? From, Amount Amount, Amount Tainted, UsdValue? Usd);
