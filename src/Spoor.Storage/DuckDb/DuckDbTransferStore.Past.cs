using DuckDB.NET.Data;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb;

/// <content>What addresses had done before a block.</content>
public sealed partial class DuckDbTransferStore
{
    private const string TokensAskedSql = "CREATE OR REPLACE TEMP TABLE asked_tokens (asset VARCHAR NOT NULL)";

    // Kind 2 is a token. A file that does not state times leaves them at the epoch.
    private const string PastOfSql = """
        WITH touched AS (
            SELECT f.address, t.time, t.kind, t.asset
            FROM transfers AS t JOIN frontier AS f ON t.sender = f.address
            WHERE t.chain = $chain AND t.block < $block AND t.amount > 0
            UNION ALL
            SELECT f.address, t.time, t.kind, t.asset
            FROM transfers AS t JOIN frontier AS f ON t.recipient = f.address
            WHERE t.chain = $chain AND t.block < $block AND t.amount > 0 AND t.sender IS DISTINCT FROM t.recipient
        )
        SELECT address, count(*), min(time) FILTER (WHERE time <> TIMESTAMP '1970-01-01')
        FROM touched
        WHERE kind <> 2 OR asset IN (SELECT asset FROM asked_tokens)
        GROUP BY address
        ORDER BY address
        """;

    public Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation) =>
        AnswerAsync<IReadOnlyDictionary<Address, Past>>(
            indexed => Task.FromResult<IReadOnlyDictionary<Address, Past>>(EachOf(frontier, address => indexed.PastOf(chain, address, beforeBlock, [.. tokens]))),
            connection =>
            {
                FillFrontier(connection, frontier);
                FillTokens(connection, chain, tokens);
                return ReadPasts(connection, chain, beforeBlock);
            },
            cancellation);

    private static void FillTokens(DuckDBConnection connection, ChainId chain, IEnumerable<AssetId> tokens)
    {
        connection.Execute(TokensAskedSql);
        connection.Fill("asked_tokens", tokens.Where(token => token.Chain == chain), (row, token) => row.AppendValue(token.Reference));
    }

    private static Dictionary<Address, Past> ReadPasts(DuckDBConnection connection, ChainId chain, long beforeBlock)
    {
        using var command = connection.Prepare(PastOfSql, new("chain", chain.Value), new("block", beforeBlock));
        using var reader = command.ExecuteReader();
        Dictionary<Address, Past> pasts = [];
        while (reader.Read())
        {
            if (AddressBlob.Read(reader, 0) is { } address)
            {
                pasts[address] = new(reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.Utc(2));
            }
        }

        return pasts;
    }
}
