namespace Spoor.Storage.Index.Building;

/// <summary>Builds chain after chain, and notes how far that has come.</summary>
internal sealed class ChainsBuild(IndexWriter writer, BuildPlan plan, List<LogRange> ranges, ReadingAhead reading, BuildProgress notes, BuildRecord record)
{
    private readonly List<ChainCatalog> _chains = [.. record.Chains];
    private SectionMark _whole = record.Whole;
    private int _ranges = record.Ranges;
    private long _done = record.Transfers;
    private long _noted = record.Transfers;

    internal required long RowsBetweenNotes { get; init; }

    internal async Task<List<ChainCatalog>> RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var before = record.Current;
        foreach (var ofChain in ranges.GroupBy(range => range.Chain).Skip(_chains.Count))
        {
            _chains.Add(await BuildAsync([.. ofChain], before, progress, cancellation));
            before = null;
            _whole = writer.MarkOf(new(1, writer.Pages - 1));
            Note(null);
        }

        return _chains;
    }

    private async Task<ChainCatalog> BuildAsync(List<LogRange> ofChain, ChainRecord? before, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        using var build = new ChainBuild(writer, plan, ofChain[0].Chain, ofChain, before);
        if (before is not null)
        {
            build.GoOn(before, cancellation);
        }

        int first = ranges.IndexOf(ofChain[0]);
        foreach (var range in ofChain.Skip(_ranges - first))
        {
            var part = await reading.NextAsync();
            build.Add(part);
            reading.Return(part);
            _ranges++;
            _done += range.Rows;
            if (_done - _noted >= RowsBetweenNotes)
            {
                Note(build.Record());
            }

            progress?.Report(new("order", _done, plan.Rows));

            // Parts that are read already would be taken up without a wait at which to end.
            cancellation.ThrowIfCancellationRequested();
        }

        return await build.FinishAsync(progress, () => Note(build.Record()), cancellation);
    }

    private void Note(ChainRecord? current)
    {
        notes.Save(record with { Ranges = _ranges, Pages = writer.Pages, Whole = _whole, Chains = [.. _chains], Current = current });
        _noted = _done;
    }
}
