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

    private const string FormatsSql = "SELECT DISTINCT format FROM imports ORDER BY format";

    /// <summary>The formats of the files that were imported, by name.</summary>
    public Task<IReadOnlyList<string>> ImportedFormatsAsync(CancellationToken cancellation) => file.RunAsync<IReadOnlyList<string>>(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = FormatsSql;
            using var reader = command.ExecuteReader();
            var formats = new List<string>();
            while (reader.Read())
            {
                formats.Add(reader.GetString(0));
            }

            return formats;
        },
        cancellation);

    /// <summary>All transfers of a chain, in position order.</summary>
    public Task<IReadOnlyList<Transfer>> AllAsync(ChainId chain, CancellationToken cancellation) =>
        file.RunAsync<IReadOnlyList<Transfer>>(connection => ReadTransfers(connection, WholeSql, chain, cancellation), cancellation);
}
