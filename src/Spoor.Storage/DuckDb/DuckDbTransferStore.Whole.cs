using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <content>Everything at once, for cases that fit in memory.</content>
public sealed partial class DuckDbTransferStore
{
    private const string WholeSql = $"""
        SELECT {TransferRows.Columns}
        FROM transfers
        WHERE chain = $chain
        ORDER BY {TransferRows.Order}
        """;

    /// <summary>All transfers of a chain, in position order.</summary>
    public Task<IReadOnlyList<Transfer>> AllAsync(ChainId chain, CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyList<Transfer>>(connection => ReadTransfers(connection, WholeSql, chain, cancellation), cancellation);
}
