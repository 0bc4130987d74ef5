namespace Spoor.Storage;

/// <summary>What an import of a ledger changed.</summary>
/// <param name="Added">Entries that were new.</param>
/// <param name="Revised">Entries of which the ledger now says something else; what it said before is kept.</param>
/// <param name="Known">Entries that were there with the same content.</param>
/// <param name="Places">Transactions, addresses and tokens that were new.</param>
/// <param name="Figures">Published figures that were new or are others than before.</param>
public sealed record LedgerImportCount(long Added, long Revised, long Known, long Places, long Figures)
{
    /// <summary>Ids of the entries that the ledger no longer has; they are kept as what it once said, and count no more.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];
}
