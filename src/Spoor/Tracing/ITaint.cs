using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>The books of one holding, or of one UTXO transaction, under one taint rule.</summary>
/// <remarks>
/// <see cref="Receive"/> and <see cref="Spend"/> are the whole of a rule. What is received and what is taken are lots
/// in order; a rule that conserves never makes or loses a tainted unit (docs/methods/taint.md, laws P1–P14).
/// </remarks>
public interface ITaint
{
    /// <summary>All units, clean and tainted.</summary>
    Amount Balance { get; }

    /// <summary>The tainted units.</summary>
    Amount Tainted { get; }

    /// <summary>Adds a lot behind those already there.</summary>
    void Receive(Lot lot);

    /// <summary>Adds a lot that must have been there before all others, because more was spent than was seen to come.</summary>
    void Open(Lot lot) => Receive(lot);

    /// <summary>Takes the outputs out of the balance, all at once, and appends the lots taken in order of output.</summary>
    /// <exception cref="InvalidOperationException">The outputs exceed the balance.</exception>
    void Spend(ReadOnlySpan<Amount> outputs, List<TakenLot> taken);

    /// <summary>The lots that remain, in the order in which the rule keeps them.</summary>
    IEnumerable<Lot> Held();

    /// <summary>Units of a theft, in the stolen asset, that this holding has made out of clean ones; zero under every rule that conserves.</summary>
    Amount Overcounted(int theft) => Amount.Zero;
}
