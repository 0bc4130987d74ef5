using Spoor.Transfers;

namespace Spoor.Detection.Watching;

/// <summary>Where each chain stands: its last block, what is final, what can no more be taken back.</summary>
internal sealed class ChainMarks
{
    /// <summary>Blocks after which a chain is taken as final whose depth nobody knows.</summary>
    public const int UnknownDepth = 64;

    private readonly SortedDictionary<ChainId, Mark> _marks = [];

    /// <summary>Time of the latest block of any chain.</summary>
    public DateTimeOffset Latest { get; private set; }

    /// <summary>Whether a chain is watched from its first block on.</summary>
    public bool IsFromBeginning(ChainId chain) => _marks.TryGetValue(chain, out var mark) && mark.IsFromBeginning;

    /// <exception cref="ArgumentException">The block does not follow on the last one.</exception>
    public void Enter(Block block, long? finalized)
    {
        bool isNew = !_marks.TryGetValue(block.Chain, out var mark);
        if (isNew)
        {
            _marks[block.Chain] = mark = new() { First = block.Height };
        }
        else if (block.Height <= mark!.Height)
        {
            throw new ArgumentException($"Block {block.Height} on {block.Chain} was offered after block {mark.Height}; rewind to {block.Height - 1} first.");
        }

        int depth = ChainRegistry.TryGet(block.Chain, out var chain) ? chain.FinalityBlocks ?? UnknownDepth : UnknownDepth;
        mark!.Height = block.Height;
        mark.Final = Math.Max(mark.Final, Math.Min(block.Height, finalized ?? (block.Height - depth)));
        Latest = block.Time > Latest ? block.Time : Latest;
    }

    public bool IsFinal(BlockPlace place) => place.Height <= _marks[place.Chain].Final;

    public void Absorb(JournalEntry entry)
    {
        if (entry.Place is { } place)
        {
            _marks[place.Chain].Absorbed = place.Height;
        }
    }

    /// <exception cref="InvalidOperationException">Blocks above the height can no more be taken back.</exception>
    public void Rewind(ChainId chain, long height)
    {
        if (!_marks.TryGetValue(chain, out var mark))
        {
            return;
        }

        if (height < mark.Absorbed)
        {
            throw new InvalidOperationException(
                $"Cannot go back to block {height} on {chain}: block {mark.Absorbed} was taken as final. "
                + "Restore an earlier checkpoint, or delete the checkpoint and let the watch learn anew from the store.");
        }

        // Back before its first block a chain is as one that was never seen.
        if (mark.Absorbed < 0 && height < mark.First)
        {
            _marks.Remove(chain);
            return;
        }

        mark.Height = Math.Min(mark.Height, height);
    }

    private sealed class Mark
    {
        public required long First { get; init; }

        public bool IsFromBeginning => First <= 1;

        public long Height { get; set; } = -1;

        public long Final { get; set; } = -1;

        public long Absorbed { get; set; } = -1;
    }
}
