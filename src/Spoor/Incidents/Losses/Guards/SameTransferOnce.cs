using Spoor.Transfers;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Guard (b): one movement counts once, however many files or queries told of it.</summary>
public static class SameTransferOnce
{
    public const string Name = "same-transfer-once";

    /// <summary>In chain and position order.</summary>
    public static IReadOnlyList<Transfer> Of(IEnumerable<Transfer> transfers) =>
    [
        .. transfers.DistinctBy(transfer => (transfer.Chain, transfer.Key))
            .OrderBy(transfer => transfer.Chain).ThenBy(transfer => transfer.Position).ThenBy(transfer => transfer.Asset).ThenBy(transfer => transfer.Tx),
    ];
}
