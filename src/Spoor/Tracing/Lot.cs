using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Units of one asset with one history: clean, or taken in one theft.</summary>
/// <param name="Theft">0 for clean units, else the number of the theft in the trace, from 1.</param>
/// <param name="Origin">
/// Units of the stolen asset that the lot stands for: its own until a swap or a bridge makes it another asset, and then those
/// that were given for it, so that no price moves the books. Zero for clean units.
/// </param>
public readonly record struct Lot(Amount Amount, int Theft, Amount Origin)
{
    /// <summary>The number that stands for no theft.</summary>
    public const int NoTheft = 0;

    private static readonly Amount AUnit = new(1);

    /// <summary>Units of the asset that was stolen, or clean ones.</summary>
    public Lot(Amount amount, int theft)
        : this(amount, theft, theft == NoTheft ? Amount.Zero : amount)
    {
    }

    public bool IsTainted => Theft != NoTheft;

    public static Lot Clean(Amount amount) => new(amount, NoTheft);

    /// <summary>The first units of the lot, with their share of the origin, rounded down; the rest keeps what is left.</summary>
    public Lot Part(Amount amount) => amount == Amount ? this : new(amount, Theft, ShareOf(amount));

    /// <summary>What is left when a part has been taken.</summary>
    public Lot Without(Lot part) => this with { Amount = Amount - part.Amount, Origin = Origin - part.Origin };

    /// <summary>Both together.</summary>
    public Lot With(Lot other) => this with { Amount = Amount + other.Amount, Origin = Origin + other.Origin };

    /// <summary>Whether two lots can be one without either standing for more or less: same theft, and but for rounding the same rate.</summary>
    public bool IsLike(Lot other)
    {
        if (Theft != other.Theft)
        {
            return false;
        }

        if (!IsTainted || (Origin == Amount && other.Origin == other.Amount))
        {
            return true;
        }

        // The share of the smaller in the larger, so that nothing can overflow.
        if (other.Amount > Amount)
        {
            return other.IsLike(this);
        }

        var expected = ShareOf(other.Amount);
        return expected > other.Origin ? expected - other.Origin <= AUnit : other.Origin - expected <= AUnit;
    }

    private Amount ShareOf(Amount amount) =>
        Origin == Amount ? amount
        : Origin.IsZero ? Amount.Zero
        : new(LargestRemainder.MultiplyDivide(Origin.Units, amount.Units, Amount.Units).Quotient);
}

/// <summary>A lot that left a holding, and the output of the spend that took it.</summary>
/// <param name="Output">Index into the outputs of the spend.</param>
public readonly record struct TakenLot(int Output, Lot Lot);
