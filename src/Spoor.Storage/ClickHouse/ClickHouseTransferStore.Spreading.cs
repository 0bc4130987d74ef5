using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <content>The transfers of a batch, into each table that holds them; side by side, since they wait for one another nowhere.</content>
public sealed partial class ClickHouseTransferStore
{
    private const string SpendColumns = "chain, output_tx, output_index, tx, block, batch";

    private async Task InsertTransfersAsync(IReadOnlyList<Transfer> transfers, ulong batch, CancellationToken cancellation)
    {
        if (transfers.Count == 0)
        {
            return;
        }

        string chain = transfers[0].Chain.Value;
        var (lowest, highest) = (transfers.Min(transfer => transfer.Position.Block), transfers.Max(transfer => transfer.Position.Block));
        await Task.WhenAll(
            Task.Run(() => InsertMovesAsync(transfers, batch, cancellation), cancellation),
            Task.Run(() => InsertSidesAsync(transfers, batch, cancellation), cancellation),
            _cluster.InsertAsync(
                "spends",
                SpendColumns,
                [.. transfers.Where(transfer => transfer is { Kind: TransferKind.UtxoIn, Output: not null })],
                (row, spend) => WriteSpend(row.Text(chain), spend, batch),
                cancellation),
            _cluster.InsertAsync(
                "extents", "chain, lowest, highest, batch", [batch], (row, number) => row.Text(chain).Int64(lowest).Int64(highest).UInt64(number), cancellation));
    }

    private Task InsertMovesAsync(IReadOnlyList<Transfer> transfers, ulong batch, CancellationToken cancellation)
    {
        int[] order = SortedTransfers.ByTransaction(transfers);
        return InsertAsync(
            "transfers",
            () => new(batch, false),
            (stream, columns, token) => columns.SendAsync(stream, order, number => transfers[number], number => columns.Add(transfers[number]), token),
            cancellation);
    }

    private Task InsertSidesAsync(IReadOnlyList<Transfer> transfers, ulong batch, CancellationToken cancellation)
    {
        int[] order = SortedTransfers.ByAddress(transfers);
        return order.Length == 0 ? Task.CompletedTask : InsertAsync(
            "sides",
            () => new(batch, true),
            (stream, columns, token) => columns.SendAsync(
                stream, order, side => transfers[side / 2], side => columns.Add(transfers[side / 2], SortedTransfers.PartyOf(transfers, side)), token),
            cancellation);
    }

    /// <param name="empty">Columns without rows; an attempt that failed may leave some half full.</param>
    private Task InsertAsync(
        string table, Func<TransferColumns> empty, Func<Stream, TransferColumns, CancellationToken, Task> send, CancellationToken cancellation) =>
        _cluster.InsertAsync(table, empty().Names, "Native", (stream, token) => send(stream, empty(), token), cancellation);

    private static void WriteSpend(RowBuffer row, Transfer spend, ulong batch)
    {
        TransferRow.WriteOrNone(row, spend.Output?.Tx);
        row.Int32(spend.Output?.Index ?? 0);
        TransferRow.Write(row, spend.Tx);
        row.Int64(spend.Position.Block).UInt64(batch);
    }
}
