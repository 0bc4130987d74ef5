using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <content>The transfers of an address a page at a time, for addresses that have more than anybody reads at once.</content>
public sealed partial class DuckDbTransferStore
{
    private const string PageOfSql = $"""
        SELECT {TransferRows.Columns}
        FROM transfers
        WHERE rowid IN (
            SELECT rowid FROM transfers WHERE chain = $chain AND sender IN (SELECT address FROM frontier)
            UNION ALL
            SELECT rowid FROM transfers WHERE chain = $chain AND recipient IN (SELECT address FROM frontier))
        ORDER BY {TransferRows.Order}
        LIMIT $limit OFFSET $offset
        """;

    /// <summary>Some transfers of an address, in position order.</summary>
    /// <param name="page">How many come before them, and how many they are.</param>
    public Task<IReadOnlyList<Transfer>> PageOfAsync(ChainId chain, Address address, (long From, int Count) page, CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyList<Transfer>>(
            connection =>
            {
                FillFrontier(connection, [address]);
                using var command = connection.Prepare(PageOfSql, new("chain", chain.Value), new("limit", page.Count), new("offset", page.From));
                using var reader = command.ExecuteReader();
                return TransferRows.ReadAll(reader, chain, cancellation);
            },
            cancellation);
}
