using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <content>The set-wise reads: a frontier goes in as a temporary table, its transfers come out in order.</content>
public sealed partial class DuckDbTransferStore
{
    private const string FrontierSql = "CREATE OR REPLACE TEMP TABLE frontier (address BLOB NOT NULL)";

    private const string TransactionsAskedSql = "CREATE OR REPLACE TEMP TABLE asked_transactions (tx BLOB NOT NULL)";

    private const string OutputsAskedSql =
        "CREATE OR REPLACE TEMP TABLE asked_outputs (output_tx BLOB NOT NULL, output_index INTEGER NOT NULL)";

    // By row id in two steps, here and below: the search reads one column a side, the other columns are fetched for its
    // hits only. For a frontier of one address in a million transfers that is a quarter of the work, for large ones the same.
    private const string TransfersOfSql = $"""
        SELECT {TransferRows.Columns}
        FROM transfers
        WHERE rowid IN (
            SELECT rowid FROM transfers WHERE chain = $chain AND sender IN (SELECT address FROM frontier)
            UNION ALL
            SELECT rowid FROM transfers WHERE chain = $chain AND recipient IN (SELECT address FROM frontier))
        ORDER BY {TransferRows.Order}
        """;

    // A UTXO row has one side only: the other side is every address across its transaction. A transfer to oneself is
    // one movement and no counterparty. Kind 2 is a token.
    private const string ActivityOfSql = """
        WITH moved AS (
            SELECT f.address, t.time, t.tx, t.kind, t.recipient AS other, t.kind <> 2 AS paid, t.asset, t.amount
            FROM transfers AS t JOIN frontier AS f ON t.sender = f.address
            WHERE t.chain = $chain
            UNION ALL
            SELECT f.address, t.time, t.tx, t.kind, t.sender AS other, false AS paid, t.asset, t.amount
            FROM transfers AS t JOIN frontier AS f ON t.recipient = f.address
            WHERE t.chain = $chain AND t.sender IS DISTINCT FROM t.recipient
        ),
        coins AS (SELECT EXISTS (SELECT 1 FROM transfers WHERE chain = $chain AND kind <> 2) AS any_held),
        touched AS (
            SELECT address, time, tx, kind, other, paid,
                kind <> 2 OR (amount > 0 AND (NOT any_held OR asset IN (SELECT asset FROM asked_tokens))) AS credible
            FROM moved, coins
        ),
        counterparties AS (
            SELECT address, other FROM touched WHERE credible
            UNION ALL
            SELECT s.address, o.recipient
            FROM touched AS s JOIN transfers AS o ON o.tx = s.tx
            WHERE s.kind = 5 AND o.kind = 6 AND o.chain = $chain
            UNION ALL
            SELECT s.address, i.sender
            FROM touched AS s JOIN transfers AS i ON i.tx = s.tx
            WHERE s.kind = 6 AND i.kind = 5 AND i.chain = $chain
        ),
        degrees AS (
            SELECT address, count(DISTINCT other) AS counterparties
            FROM counterparties
            WHERE other <> address
            GROUP BY address
        )
        SELECT t.address, count(*), coalesce(any_value(d.counterparties), 0), min(t.time), max(t.time),
            count(DISTINCT t.tx) FILTER (t.paid), count(DISTINCT CAST(t.time AS DATE)) FILTER (t.paid), count(DISTINCT hour(t.time)) FILTER (t.paid), count(*) FILTER (t.credible)
        FROM touched AS t LEFT JOIN degrees AS d ON d.address = t.address
        GROUP BY t.address
        ORDER BY t.address
        """;

    private const string TransactionsSql = $"""
        SELECT {TransferRows.Columns}
        FROM transfers
        WHERE rowid IN (SELECT rowid FROM transfers WHERE chain = $chain AND tx IN (SELECT tx FROM asked_transactions))
        ORDER BY {TransferRows.Order}
        """;

    private const string SpendsOfSql = $"""
        SELECT {TransferRows.Columns}
        FROM transfers
        WHERE rowid IN (
            SELECT rowid
            FROM transfers
            WHERE chain = $chain AND tx IN (
                SELECT s.tx
                FROM transfers AS s
                JOIN asked_outputs AS o ON o.output_tx = s.output_tx AND o.output_index = s.output_index
                WHERE s.chain = $chain AND s.kind = 5))
        ORDER BY {TransferRows.Order}
        """;

    public Task<IReadOnlyList<Transfer>> TransfersOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation) =>
        AnswerAsync<IReadOnlyList<Transfer>>(
            indexed => indexed.TransfersOfAsync(chain, frontier, cancellation),
            connection =>
            {
                FillFrontier(connection, frontier);
                return ReadTransfers(connection, TransfersOfSql, chain, cancellation);
            },
            cancellation);

    public Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation) =>
        AnswerAsync<IReadOnlyDictionary<Address, Activity>>(
            indexed => Task.FromResult<IReadOnlyDictionary<Address, Activity>>(EachOf(frontier, address => indexed.ActivityOf(chain, address))),
            connection =>
            {
                FillFrontier(connection, frontier);
                FillTokens(connection, chain, CredibleMovement.Tokens);
                return ReadActivities(connection, chain);
            },
            cancellation);

    public Task<IReadOnlyList<Transfer>> TransactionsAsync(
        ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation) =>
        AnswerAsync<IReadOnlyList<Transfer>>(
            indexed => Task.FromResult(indexed.TransactionsOf(chain, transactions)),
            connection =>
            {
                connection.Execute(TransactionsAskedSql);
                connection.Fill("asked_transactions", transactions, (row, hash) => row.AppendValue(hash.ToBytes()));
                return ReadTransfers(connection, TransactionsSql, chain, cancellation);
            },
            cancellation);

    public Task<IReadOnlyList<Transfer>> SpendsOfAsync(
        ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation) =>
        AnswerAsync<IReadOnlyList<Transfer>>(
            indexed => Task.FromResult(indexed.SpendsOf(chain, outputs)),
            connection =>
            {
                connection.Execute(OutputsAskedSql);
                connection.Fill(
                    "asked_outputs", outputs, (row, output) => row.AppendValue(output.Tx.ToBytes()).AppendValue(output.Index));
                return ReadTransfers(connection, SpendsOfSql, chain, cancellation);
            },
            cancellation);

    // Once each: the joins of the activity would count an address twice that is asked for twice.
    private static void FillFrontier(DuckDBConnection connection, IReadOnlyCollection<Address> frontier)
    {
        connection.Execute(FrontierSql);
        connection.Fill("frontier", frontier.Distinct(), (row, address) => row.AppendValue(AddressBlob.From(address)));
    }

    private static Dictionary<Address, T> EachOf<T>(IReadOnlyCollection<Address> frontier, Func<Address, T?> answer)
        where T : struct =>
        frontier.Distinct().Select(address => (Address: address, Answer: answer(address))).Where(one => one.Answer is not null)
            .ToDictionary(one => one.Address, one => one.Answer!.Value);

    private static List<Transfer> ReadTransfers(
        DuckDBConnection connection, string sql, ChainId chain, CancellationToken cancellation)
    {
        using var command = connection.Prepare(sql, new DuckDBParameter("chain", chain.Value));
        using var reader = command.ExecuteReader();
        return TransferRows.ReadAll(reader, chain, cancellation);
    }

    private static Dictionary<Address, Activity> ReadActivities(DuckDBConnection connection, ChainId chain)
    {
        using var command = connection.Prepare(ActivityOfSql, new DuckDBParameter("chain", chain.Value));
        using var reader = command.ExecuteReader();
        Dictionary<Address, Activity> activities = [];
        while (reader.Read())
        {
            if (AddressBlob.Read(reader, 0) is { } address)
            {
                activities[address] = new(reader.GetInt64(1), reader.GetInt64(2), reader.Utc(3), reader.Utc(4))
                {
                    Payments = reader.GetInt64(5),
                    Days = reader.GetInt64(6),
                    Hours = (int)reader.GetInt64(7),
                    Credible = reader.GetInt64(8),
                };
            }
        }

        return activities;
    }
}
