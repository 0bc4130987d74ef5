using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Units of one asset with one history: clean, or taken in one theft.</summary>
/// <param name="Theft">0 for clean units, else the number of the theft in the trace, from 1.</param>
public readonly record struct Lot(Amount Amount, int Theft)
{
    /// <summary>The number that stands for no theft.</summary>
    public const int NoTheft = 0;

    public bool IsTainted => Theft != NoTheft;

    public static Lot Clean(Amount amount) => new(amount, NoTheft);
}

/// <summary>A lot that left a holding, and the output of the spend that took it.</summary>
/// <param name="Output">Index into the outputs of the spend.</param>
public readonly record struct TakenLot(int Output, Lot Lot);
