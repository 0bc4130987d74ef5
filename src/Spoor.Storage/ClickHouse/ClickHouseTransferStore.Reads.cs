using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <content>The set-wise reads: a frontier goes out with the question, its transfers come back in order.</content>
public sealed partial class ClickHouseTransferStore
{
    // A table that travels with a question is in the memory of every server.
    private const int PageSize = 200_000;

    // A transfer inside the frontier is told by its sender's side alone, so that it comes once.
    private const string TransfersOfSql = $$"""
        SELECT {{TransferRow.Columns}} FROM sides
        WHERE chain = {chain:String} AND address IN frontier AND (address = sender OR sender NOT IN frontier) AND {0}
        ORDER BY {{TransferRow.Order}}
        """;

    private const string TransactionsSql = $$"""
        SELECT {{TransferRow.Columns}} FROM transfers
        WHERE chain = {chain:String} AND tx IN asked_transactions AND {0}
        ORDER BY {{TransferRow.Order}}
        """;

    private const string SpendsOfSql = $$"""
        SELECT {{TransferRow.Columns}} FROM transfers
        WHERE chain = {chain:String} AND {0} AND tx GLOBAL IN (
            SELECT tx FROM spends WHERE chain = {chain:String} AND (output_tx, output_index) IN asked_outputs AND {0})
        ORDER BY {{TransferRow.Order}}
        """;

    public async Task<IReadOnlyList<Transfer>> TransfersOfAsync(ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        HashSet<Address> whole = [.. frontier];
        var state = await _log.ReadAsync(cancellation);
        List<Transfer> transfers = [];
        foreach (var page in whole.Chunk(PageSize))
        {
            var here = page.Length == whole.Count ? whole : [.. page];
            var question = new Question("") { Sets = [Frontier(page)] };

            // Of a transfer from another page the sender's side tells.
            await TransfersAsync(
                state,
                TransfersOfSql,
                question,
                chain,
                transfer => transfers.AddRange(transfer.From is not { } sender || here.Contains(sender) || !whole.Contains(sender) ? [transfer] : []),
                cancellation);
        }

        return InOrder(transfers, whole.Count > PageSize);
    }

    public async Task<IReadOnlyList<Transfer>> TransactionsAsync(ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation)
    {
        var state = await _log.ReadAsync(cancellation);
        List<Transfer> transfers = [];
        foreach (var page in transactions.Distinct().Chunk(PageSize))
        {
            await TransfersAsync(state, TransactionsSql, new Question("") { Sets = [Asked(page)] }, chain, transfers.Add, cancellation);
        }

        return InOrder(transfers, transactions.Count > PageSize);
    }

    public async Task<IReadOnlyList<Transfer>> SpendsOfAsync(ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation)
    {
        var state = await _log.ReadAsync(cancellation);
        List<Transfer> transfers = [];
        foreach (var page in outputs.Distinct().Chunk(PageSize))
        {
            var asked = AskedSet.Of("asked_outputs", "output_tx String, output_index Int32", page, (row, output) =>
            {
                TransferRow.WriteOrNone(row, output.Tx);
                row.Int32(output.Index);
            });

            // One transaction may spend outputs of several pages.
            await TransfersAsync(state, SpendsOfSql, new Question("") { Sets = [asked] }, chain, transfers.Add, cancellation);
        }

        return outputs.Count > PageSize ? InOrder([.. transfers.Distinct(TransferIdentity.Instance)], true) : transfers;
    }

    private static AskedSet Frontier(IEnumerable<Address> addresses) =>
        AskedSet.Of("frontier", "address String", addresses, (row, address) => TransferRow.Write(row, address));

    // Each page comes in order.
    private static List<Transfer> InOrder(List<Transfer> transfers, bool isPaged)
    {
        if (isPaged)
        {
            transfers.Sort(TransferOrder.Instance);
        }

        return transfers;
    }

    private Task TransfersAsync(
        StoreState state, string sql, Question question, ChainId chain, Action<Transfer> each, CancellationToken cancellation)
    {
        Dictionary<string, AssetId> assets = [];
        question.With("chain", chain.Value);
        return _cluster.EachAsync(
            question with { Sql = sql.Replace("{0}", state.Visible(question), StringComparison.Ordinal) },
            row => each(TransferRow.Read(row, chain, assets)),
            cancellation);
    }
}
