using Spoor.Detection.Checkpoints;
using Spoor.Transfers;

namespace Spoor.Detection.Watching;

/// <summary>Where each chain stands: its last block, what is final, what can no more be taken back.</summary>
internal sealed class ChainMarks
{
    /// <summary>Blocks after which a chain is taken as final whose depth nobody knows.</summary>
    public const int UnknownDepth = 64;

    // Final headers kept, so that whoever reads the chain finds where it met the watch.
    private const int MostHeaders = 128;

    private readonly SortedDictionary<ChainId, Mark> _marks = [];

    /// <summary>Time of the latest block of any chain.</summary>
    public DateTimeOffset Latest { get; private set; }

    /// <summary>The height each chain stands at.</summary>
    public IEnumerable<(ChainId Chain, long Height)> Heights => _marks.Select(mark => (mark.Key, mark.Value.Height));

    /// <summary>Whether a chain is watched from its first block on.</summary>
    public bool IsFromBeginning(ChainId chain) => _marks.TryGetValue(chain, out var mark) && mark.IsFromBeginning;

    /// <summary>The last final blocks, highest first.</summary>
    public IEnumerable<BlockHeader> Absorbed(ChainId chain) => _marks.TryGetValue(chain, out var mark) ? mark.Headers.AsEnumerable().Reverse() : [];

    /// <exception cref="ArgumentException">The block does not follow on the last one.</exception>
    public void Enter(Block block, long? finalized)
    {
        if (!_marks.TryGetValue(block.Chain, out var mark))
        {
            _marks[block.Chain] = mark = new() { First = block.Height };
        }
        else if (block.Height <= mark.Height)
        {
            throw new ArgumentException($"Block {block.Height} on {block.Chain} was offered after block {mark.Height}; rewind to {block.Height - 1} first.");
        }

        int depth = ChainRegistry.TryGet(block.Chain, out var chain) ? chain.FinalityBlocks ?? UnknownDepth : UnknownDepth;
        mark.Height = block.Height;
        mark.Final = Math.Max(mark.Final, Math.Min(block.Height, finalized ?? (block.Height - depth)));
        Latest = block.Time > Latest ? block.Time : Latest;
    }

    public bool IsFinal(BlockPlace place) => place.Height <= _marks[place.Chain].Final;

    public void Absorb(JournalEntry entry)
    {
        if (entry.Place is not { } place)
        {
            return;
        }

        var mark = _marks[place.Chain];
        mark.Absorbed = place.Height;
        if (place.Header is { } header)
        {
            mark.Headers.Add(header);
            if (mark.Headers.Count >= 2 * MostHeaders)
            {
                mark.Headers.RemoveRange(0, MostHeaders);
            }
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

    /// <summary>What a checkpoint says of the chains: as far as they are final, the rest comes again.</summary>
    public void Write(Form form)
    {
        form.Values(_marks.Where(mark => mark.Value.Absorbed >= 0).Select(mark => (mark.Key, mark.Value.First, mark.Value.Absorbed)), mark => OfForm(form, mark));
        form.Facts(_marks.Values.SelectMany(mark => mark.Headers.TakeLast(MostHeaders)), header => HeaderOf(form, header));
        form.Time(Latest);
    }

    public static ChainMarks Read(Form form)
    {
        var read = new ChainMarks();
        foreach (var (chain, first, absorbed) in form.Values<(ChainId, long, long)>([], mark => OfForm(form, mark)))
        {
            read._marks[chain] = new() { First = first, Height = absorbed, Final = absorbed, Absorbed = absorbed };
        }

        foreach (var header in form.Facts<BlockHeader>([], header => HeaderOf(form, header)))
        {
            read._marks[header.Chain].Headers.Add(header);
        }

        read.Latest = form.Time(default);
        return read;
    }

    private static (ChainId Chain, long First, long Absorbed) OfForm(Form form, (ChainId Chain, long First, long Absorbed) mark) =>
        (form.Chain(mark.Chain), form.Long(mark.First), form.Long(mark.Absorbed));

    private static BlockHeader HeaderOf(Form form, BlockHeader? header) => new(
        form.Chain(header?.Chain ?? default), form.Long(header?.Height ?? 0), form.Tx(header?.Hash ?? default),
        form.Maybe(header?.Parent, form.Tx), form.Time(header?.Time ?? default));

    private sealed class Mark
    {
        public required long First { get; init; }

        public bool IsFromBeginning => First <= 1;

        public long Height { get; set; } = -1;

        public long Final { get; set; } = -1;

        public long Absorbed { get; set; } = -1;

        public List<BlockHeader> Headers { get; } = [];
    }
}
