using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The rows of a UTXO transaction in the order of the trace, with what they are worth.</summary>
/// <remarks>
/// Files that are not enriched do not state the value of an input. What the other inputs leave unpaid is then put on
/// the first input without a value, and the fee taken for zero.
/// </remarks>
internal sealed class UtxoTransaction
{
    /// <param name="heldAt">What a row's output is known to hold; null when that is not known.</param>
    public UtxoTransaction(IReadOnlyList<Transfer> rows, Orientation orientation, Func<Transfer, Amount?> heldAt)
    {
        List<Transfer> inputs = [.. rows.Where(row => row.Kind == TransferKind.UtxoIn)];
        List<Transfer> outputs = [.. rows.Where(row => row.Kind == TransferKind.UtxoOut)];
        if (!orientation.Forward)
        {
            inputs.Reverse();
            outputs.Reverse();
        }

        var outputAmounts = outputs.ConvertAll(row => row.Amount);
        var inputAmounts = InputAmounts(inputs, outputAmounts, heldAt);
        Fee = Sum(inputAmounts) > Sum(outputAmounts) ? Sum(inputAmounts) - Sum(outputAmounts) : Amount.Zero;
        (Paid, PaidAmounts, Created, CreatedAmounts) = orientation.Forward
            ? (inputs, inputAmounts, outputs, outputAmounts)
            : (outputs, outputAmounts, inputs, inputAmounts);
    }

    /// <summary>Where value comes from: the inputs forward, the outputs backward.</summary>
    public List<Transfer> Paid { get; }

    public List<Amount> PaidAmounts { get; }

    /// <summary>Where value goes to: the outputs forward, the inputs backward.</summary>
    public List<Transfer> Created { get; }

    public List<Amount> CreatedAmounts { get; }

    public Amount Fee { get; }

    private static List<Amount> InputAmounts(List<Transfer> inputs, List<Amount> outputs, Func<Transfer, Amount?> heldAt)
    {
        var stated = inputs.ConvertAll(row => row.Quality == AmountQuality.Unknown ? heldAt(row) : row.Amount);
        var amounts = stated.ConvertAll(amount => amount ?? Amount.Zero);
        int unknown = stated.IndexOf(null);
        if (unknown >= 0 && Sum(amounts) < Sum(outputs))
        {
            amounts[unknown] = Sum(outputs) - Sum(amounts);
        }

        return amounts;
    }

    private static Amount Sum(List<Amount> amounts) => amounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);
}
