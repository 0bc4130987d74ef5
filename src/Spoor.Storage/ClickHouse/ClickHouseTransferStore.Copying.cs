using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <content>What a copy into another store asks, and what is told of the store as a whole.</content>
public sealed partial class ClickHouseTransferStore
{
    private const string HeightsSql = "SELECT block, count() FROM transfers WHERE chain = {chain:String} AND {0} GROUP BY block ORDER BY block";

    private const string BetweenSql = $$"""
        SELECT {{TransferRow.Columns}} FROM transfers
        WHERE chain = {chain:String} AND block BETWEEN {first:Int64} AND {last:Int64} AND {0}
        ORDER BY {{TransferRow.Order}}
        """;

    private const string BlocksSql = """
        SELECT block, hash, parent, time, gaps, refused FROM blocks
        WHERE chain = {chain:String} AND block BETWEEN {first:Int64} AND {last:Int64} AND {0}
        ORDER BY block
        """;

    private const string ImportsSql = "SELECT file, sha256, format, chain, counts FROM imports WHERE {0} ORDER BY number";

    private const string RangesSql = """
        SELECT chain, min(block), max(block), countIf(bitAnd(gaps, 1) != 0), countIf(bitAnd(gaps, 2) != 0),
            countIf(bitAnd(gaps, 4) != 0), countIf(bitAnd(gaps, 8) != 0), sum(toInt64(refused))
        FROM blocks WHERE {0} GROUP BY chain ORDER BY chain
        """;

    public string Place => _shown;

    public async Task<TxHash?> GenesisAsync(ChainId chain, CancellationToken cancellation) =>
        (await AnswersAsync(await _log.ReadAsync(cancellation), GenesisSql, chain, TransferRow.HashOrNone, cancellation)).FirstOrDefault();

    public async Task<IReadOnlyList<HeightCount>> HeightsAsync(ChainId chain, CancellationToken cancellation) =>
        await AnswersAsync(await _log.ReadAsync(cancellation), HeightsSql, chain, row => new HeightCount(row.Int64(), (long)row.UInt64()), cancellation);

    public async Task<IReadOnlyList<Transfer>> BetweenAsync(ChainId chain, long first, long last, CancellationToken cancellation)
    {
        List<Transfer> transfers = [];
        var question = new Question("").With("first", first).With("last", last);
        await TransfersAsync(await _log.ReadAsync(cancellation), BetweenSql, question, chain, transfers.Add, cancellation);
        return transfers;
    }

    public async Task<IReadOnlyList<Transfer>> AllAsync(ChainId chain, CancellationToken cancellation) =>
        await BetweenAsync(chain, long.MinValue, long.MaxValue, cancellation);

    public async Task<IReadOnlyList<Block>> BlocksAsync(ChainId chain, long first, long last, CancellationToken cancellation)
    {
        var state = await _log.ReadAsync(cancellation);
        var question = new Question("").With("chain", chain.Value).With("first", first).With("last", last);
        return await _cluster.ReadAsync(
            question with { Sql = BlocksSql.Replace("{0}", state.Visible(question), StringComparison.Ordinal) },
            row => new Block
            {
                Chain = chain,
                Height = row.Int64(),
                Hash = TxHash.FromBytes(row.Fixed(TxHash.Bytes)),
                Parent = TransferRow.HashOrNone(row),
                Time = TransferRow.Time(row),
                Transfers = [],
                Gaps = (BlockGaps)row.Byte(),
                RefusedAmounts = row.Int32(),
            },
            cancellation);
    }

    public async Task<IReadOnlyList<string>> ImportedFormatsAsync(CancellationToken cancellation) =>
        [.. (await ImportsAsync(cancellation)).Select(imported => imported.Format).Distinct().Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<ImportedFile>> ImportsAsync(CancellationToken cancellation) => await ImportsAsync(await _log.ReadAsync(cancellation), cancellation);

    public Task RecordImportsAsync(IReadOnlyList<ImportedFile> files, CancellationToken cancellation) => WriteAsync(
        async state =>
        {
            var held = await ImportsAsync(state, cancellation);
            var known = held.Select(KeyOf).ToHashSet();
            return new Plan(default) { ImportsBefore = held.Count, Imports = [.. files.Where(imported => known.Add(KeyOf(imported)))] };
        },
        cancellation);

    /// <summary>What is held and how large it is, over all servers.</summary>
    public async Task<StoreStatus> StatusAsync(CancellationToken cancellation)
    {
        var heads = await HeadsAsync(cancellation);
        var state = await _log.ReadAsync(cancellation);
        var question = new Question("");
        var ranges = await _cluster.ReadAsync(
            question with { Sql = RangesSql.Replace("{0}", state.Visible(question), StringComparison.Ordinal) },
            row => new SyncedRange(
                ChainId.Parse(row.Text()), row.Int64(), row.Int64(), null, (long)row.UInt64(), (long)row.UInt64(), (long)row.UInt64(), (long)row.UInt64(), row.Int64()),
            cancellation);
        List<SyncedRange> synced = [];
        foreach (var range in ranges)
        {
            synced.Add(range with { Finalized = await FinalizedAsync(state, range.Chain, cancellation) });
        }

        var bytes = await _cluster.ReadAsync(_schema.SizeQuestion, row => (long)row.UInt64(), cancellation);
        return new(_shown, ClickHouseSchema.Version, bytes.Sum(), heads.Sum(head => head.Transfers), heads) { Synced = synced };
    }

    private static (string, string, string) KeyOf(ImportedFile imported) => (imported.Sha256, imported.Format, imported.Chain);

    private static void Write(RowBuffer row, int number, ImportedFile imported, ulong batch)
    {
        row.Int32(number).Text(imported.File).Text(imported.Sha256).Text(imported.Format).Text(imported.Chain).Count(imported.Counts.Count);
        imported.Counts.ToList().ForEach(count => row.Int64(count));
        row.UInt64(batch);
    }

    private async Task<IReadOnlyList<ImportedFile>> ImportsAsync(StoreState state, CancellationToken cancellation)
    {
        var question = new Question("");
        return await _cluster.ReadAsync(
            question with { Sql = ImportsSql.Replace("{0}", state.VisibleWhole(question), StringComparison.Ordinal) },
            row => new ImportedFile(row.Text(), row.Text(), row.Text(), row.Text(), row.List(item => item.Int64())),
            cancellation);
    }
}
