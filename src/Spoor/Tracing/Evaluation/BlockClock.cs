using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>The times of the blocks between those a case has transfers of, in equal steps of whole seconds.</summary>
internal sealed class BlockClock
{
    private readonly long[] _blocks;
    private readonly DateTimeOffset[] _times;

    public BlockClock(IEnumerable<Transfer> transfers)
    {
        var known = transfers.GroupBy(transfer => transfer.Position.Block)
            .OrderBy(block => block.Key)
            .Select(block => (block.Key, block.Min(transfer => transfer.Time)))
            .ToList();
        _blocks = [.. known.Select(block => block.Key)];
        _times = [.. known.Select(block => block.Item2)];
    }

    public long First => _blocks[0];

    public long Last => _blocks[^1];

    public DateTimeOffset TimeOf(long block)
    {
        int at = Array.BinarySearch(_blocks, block);
        if (at >= 0)
        {
            return _times[at];
        }

        int after = ~at;
        long seconds = (_times[after] - _times[after - 1]).Ticks / TimeSpan.TicksPerSecond;
        long into = (long)((Int128)seconds * (block - _blocks[after - 1]) / (_blocks[after] - _blocks[after - 1]));
        return _times[after - 1].AddSeconds(into);
    }
}
