using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>How exposure is measured; docs/methods/screening.md says what speaks for each figure.</summary>
public sealed record ScreeningMethod
{
    /// <summary>Known addresses further away are not looked for.</summary>
    public required int MaxHops { get; init; }

    /// <summary>Transfers looked at, for each side of an address, before the walk says that it is not complete.</summary>
    public required int Budget { get; init; }

    /// <summary>A way that carries less than this of what the address moved of the asset, in millionths, is not followed.</summary>
    public required long ThinPerMillion { get; init; }

    /// <summary>From this many distinct counterparties on, an address without a label is taken for a service.</summary>
    public required int HubCounterparties { get; init; }

    /// <summary>What one sender paid in all, if below this, is dust.</summary>
    public required UsdValue DustUsd { get; init; }

    /// <summary>The same where there is no price: of all that was received of the asset, in millionths.</summary>
    public required long DustPerMillion { get; init; }
}
