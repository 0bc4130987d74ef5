using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Which end of a transfer pays and which comes first: a backward trace is a forward trace of time reversed.</summary>
internal sealed class Orientation(TraceDirection direction) : IComparer<Transfer>
{
    public bool Forward { get; } = direction == TraceDirection.Out;

    public Address? Payer(Transfer transfer) => Forward ? transfer.From : transfer.To;

    public Address? Payee(Transfer transfer) => Forward ? transfer.To : transfer.From;

    /// <summary>Whether an output is paid into (forward) or paid out of (backward) by the row.</summary>
    public bool Creates(Transfer transfer) => transfer.Kind == (Forward ? TransferKind.UtxoOut : TransferKind.UtxoIn);

    /// <summary>Where among its rows a UTXO transaction is settled: at its last input, or its first output when it has none.</summary>
    /// <remarks>Forward, claims on all its inputs have then been taken up and none on its outputs; backward, the reverse.</remarks>
    public static Transfer SettlingRow(IReadOnlyList<Transfer> rows) =>
        rows.Where(row => row.Kind == TransferKind.UtxoIn).Max(TransferOrder.Instance) ?? rows.Min(TransferOrder.Instance)!;

    /// <summary>By chain, then by position in the direction of the trace.</summary>
    public int Compare(Transfer? x, Transfer? y)
    {
        int order = Nullable.Compare(x?.Chain, y?.Chain);
        order = order != 0 ? order : TransferOrder.Instance.Compare(x, y);
        return Forward ? order : -order;
    }

    /// <summary>In the order in which this trace meets them.</summary>
    public Transfer[] Sort(IEnumerable<Transfer> transfers)
    {
        Transfer[] sorted = [.. transfers];
        for (int i = 1; i < sorted.Length; i++)
        {
            if (Compare(sorted[i - 1], sorted[i]) > 0)
            {
                Array.Sort(sorted, this);
                break;
            }
        }

        return sorted;
    }
}
