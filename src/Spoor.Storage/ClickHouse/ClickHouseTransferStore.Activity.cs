using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <content>How busy addresses are, and what they had done before a block.</content>
public sealed partial class ClickHouseTransferStore
{
    // Kind 2 is a token: of those only what the built-in list names counts, unless the chain's coin is not at hand at all.
    private const string CredibleSql = "(kind != 2 OR (amount > 0 AND ({coins:UInt8} = 0 OR asset IN asked_tokens)))";

    // Without a LIMIT: a shard that was told to stop early ended in a crash of the engine (26.7.3).
    private const string HasCoinsSql = "SELECT countIf(kind != 2) FROM transfers WHERE chain = {chain:String} AND {0}";

    private const string ActivityOfSql = $$$"""
        SELECT address, count(), uniqExactIf(other, credible AND other != '' AND other != address), min(time), max(time),
            uniqExactIf(tx, paid), uniqExactIf(intDiv(toUnixTimestamp64Micro(time), 86400000000), paid), uniqExactIf(toHour(time), paid),
            countIf(credible), countIf(kind IN (5, 6))
        FROM (
            SELECT address, if(address = sender, recipient, sender) AS other, time, kind, tx, address = sender AND kind != 2 AS paid, {{{CredibleSql}}} AS credible
            FROM sides WHERE chain = {chain:String} AND address IN frontier AND {0})
        GROUP BY address
        ORDER BY address
        """;

    // A UTXO row has one side only: the other side is every address across its transaction.
    private const string AcrossSql = $$$"""
        SELECT address, uniqExact(other)
        FROM (
            SELECT address, if(address = sender, recipient, sender) AS other
            FROM sides WHERE chain = {chain:String} AND address IN frontier AND {{{CredibleSql}}} AND {0}
            UNION ALL
            SELECT s.address AS address, o.party AS other
            FROM (
                SELECT tx, kind, if(kind = 5, sender, recipient) AS party FROM transfers
                WHERE chain = {chain:String} AND kind IN (5, 6) AND {0}
                    AND tx GLOBAL IN (SELECT tx FROM sides WHERE chain = {chain:String} AND address IN frontier AND kind IN (5, 6) AND {0})) AS o
            INNER JOIN (
                SELECT DISTINCT address, tx, kind FROM sides
                WHERE chain = {chain:String} AND address IN frontier AND kind IN (5, 6) AND {0}) AS s ON s.tx = o.tx
            WHERE s.kind != o.kind)
        WHERE other != '' AND other != address
        GROUP BY address
        ORDER BY address
        """;

    // Kind 2 is a token. A file that does not state times leaves them at the epoch.
    private const string PastOfSql = """
        SELECT address, count(), countIf(toUnixTimestamp64Micro(time) != 0), minIf(time, toUnixTimestamp64Micro(time) != 0)
        FROM sides
        WHERE chain = {chain:String} AND address IN frontier AND block < {before:Int64} AND amount > 0
            AND (kind != 2 OR asset IN asked_tokens) AND {0}
        GROUP BY address
        ORDER BY address
        """;

    private CoinsSeen? _coins;

    public async Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        var state = await _log.ReadAsync(cancellation);
        var listed = AskedTokens(CredibleMovement.Tokens, chain);
        bool coins = await HasCoinsAsync(state, chain, cancellation);
        Dictionary<Address, Activity> activities = [];
        foreach (var page in frontier.Distinct().Chunk(PageSize))
        {
            ulong unspent = 0;
            await EachAsync(state, ActivityOfSql, Asked(page), row =>
            {
                var address = TransferRow.Party(row);
                activities[address!.Value] = new((long)row.UInt64(), (long)row.UInt64(), TransferRow.Time(row), TransferRow.Time(row))
                {
                    Payments = (long)row.UInt64(),
                    Days = (long)row.UInt64(),
                    Hours = (int)row.UInt64(),
                    Credible = (long)row.UInt64(),
                };
                unspent += row.UInt64();
            }, cancellation);
            if (unspent > 0)
            {
                await EachAsync(state, AcrossSql, Asked(page), row =>
                {
                    var address = TransferRow.Party(row)!.Value;
                    activities[address] = activities[address] with { Counterparties = (long)row.UInt64() };
                }, cancellation);
            }
        }

        return activities;

        Question Asked(Address[] page) => new Question("") { Sets = [Frontier(page), listed] }.With("chain", chain.Value).With("coins", coins ? 1L : 0L);
    }

    public async Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation)
    {
        var state = await _log.ReadAsync(cancellation);
        var counted = AskedTokens(tokens, chain);
        Dictionary<Address, Past> pasts = [];
        foreach (var page in frontier.Distinct().Chunk(PageSize))
        {
            var question = new Question("") { Sets = [Frontier(page), counted] }.With("chain", chain.Value).With("before", beforeBlock);
            await EachAsync(state, PastOfSql, question, row =>
            {
                var address = TransferRow.Party(row)!.Value;
                var (movements, timed, first) = ((long)row.UInt64(), row.UInt64(), TransferRow.Time(row));
                pasts[address] = new(movements, timed > 0 ? first : null);
            }, cancellation);
        }

        return pasts;
    }

    private static AskedSet AskedTokens(IEnumerable<AssetId> tokens, ChainId chain) =>
        AskedSet.Of("asked_tokens", "asset String", tokens.Where(token => token.Chain == chain), (row, token) => row.Text(token.Reference));

    private async Task<bool> HasCoinsAsync(StoreState state, ChainId chain, CancellationToken cancellation)
    {
        // Asked at every hop of a trace, and the same until somebody writes.
        var moment = (chain, state.Batch, state.IsOpen, state.Voided.Count, state.Cuts.Count);
        if (_coins is { } known && known.Moment == moment)
        {
            return known.Found;
        }

        bool found = false;
        await EachAsync(state, HasCoinsSql, new Question("").With("chain", chain.Value), row => found = row.UInt64() > 0, cancellation);
        _coins = new(moment, found);
        return found;
    }

    private Task EachAsync(StoreState state, string sql, Question question, Action<RowReader> each, CancellationToken cancellation) =>
        _cluster.EachAsync(question with { Sql = sql.Replace("{0}", state.Visible(question), StringComparison.Ordinal) }, each, cancellation);

    private sealed record CoinsSeen((ChainId Chain, ulong Batch, bool IsOpen, int Voided, int Cuts) Moment, bool Found);
}
