using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>Something a run has to do at a transfer: play an account's next one, take up a claim, or settle a UTXO transaction.</summary>
/// <param name="Account">The account whose next transfer it is.</param>
/// <param name="Transaction">All rows of the UTXO transaction.</param>
internal readonly record struct Due(Transfer At, Account? Account, IReadOnlyList<Transfer>? Transaction)
{
    /// <summary>By transfer. At one transfer a claim on what a transaction pays from comes before it, on what it creates after it.</summary>
    public static IComparer<Due> InOrderOf(Orientation orientation) => Comparer<Due>.Create((a, b) =>
    {
        int order = orientation.Compare(a.At, b.At);
        return order != 0 ? order : RankOf(a, orientation).CompareTo(RankOf(b, orientation));
    });

    private static int RankOf(Due due, Orientation orientation) =>
        due.Transaction is not null || due.At.Output is null ? 1 : orientation.Creates(due.At) ? 2 : 0;
}
