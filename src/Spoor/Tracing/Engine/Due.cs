using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Something a run has to do at a transfer: play an account's next one, take up a claim, or settle a UTXO transaction.</summary>
/// <param name="Account">The account whose next transfer it is.</param>
/// <param name="Transaction">All rows of the UTXO transaction.</param>
internal readonly record struct Due(Transfer At, Account? Account, IReadOnlyList<Transfer>? Transaction)
{
    /// <summary>By transfer; at one transfer claims come before what they are claimed from is moved on.</summary>
    public static IComparer<Due> InOrderOf(Orientation orientation) => Comparer<Due>.Create((a, b) =>
    {
        int order = orientation.Compare(a.At, b.At);
        return order != 0 ? order : (a.Transaction is null ? 0 : 1).CompareTo(b.Transaction is null ? 0 : 1);
    });
}
