using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>A store as it was at the end of a day: later transfers did not exist yet.</summary>
/// <remarks>Transfers without a stated time are kept: nothing shows that they are later.</remarks>
internal sealed class StoreUntil(ITransferStore store, DateOnly day) : ITransferStore
{
    private readonly DateTimeOffset _end = day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public Task<long> AppendAsync(Block block, CancellationToken cancellation) => throw ReadOnly();

    public Task<long> UnwindAsync(ChainId chain, long height, CancellationToken cancellation) => throw ReadOnly();

    /// <summary>Chains that had begun; of one that went on, the last second of the day is the end, while blocks and counts are those of the whole store.</summary>
    public async Task<IReadOnlyList<ChainHead>> HeadsAsync(CancellationToken cancellation) =>
    [
        .. (await store.HeadsAsync(cancellation)).Where(head => head.First < _end)
            .Select(head => head.Last < _end ? head : head with { Last = _end.AddSeconds(-1) }),
    ];

    public async Task<IReadOnlyList<Transfer>> TransfersOfAsync(ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation) =>
        Until(await store.TransfersOfAsync(chain, frontier, cancellation));

    public async Task<IReadOnlyDictionary<Address, Activity>> ActivityOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, CancellationToken cancellation)
    {
        var atEnd = await store.ActivityOfAsync(chain, frontier, cancellation);
        var activities = atEnd.Where(one => one.Value.Last < _end).ToDictionary();
        var later = atEnd.Keys.Where(address => !activities.ContainsKey(address)).ToList();

        // What an address did later says nothing of how busy it was by then, so its transfers are counted again.
        var counted = MemoryTransferStore.Load(Until(await store.TransfersOfAsync(chain, later, cancellation)));
        foreach (var address in later)
        {
            if (counted.ActivityOf(chain, address) is { } activity)
            {
                activities[address] = activity;
            }
        }

        return activities;
    }

    // Nobody asks for the past before a block and as of a day at once.
    public Task<IReadOnlyDictionary<Address, Past>> PastOfAsync(
        ChainId chain, IReadOnlyCollection<Address> frontier, long beforeBlock, IReadOnlyCollection<AssetId> tokens, CancellationToken cancellation) =>
        throw new NotSupportedException($"The store as of {day:yyyy-MM-dd} is asked for whole histories only.");

    public async Task<IReadOnlyList<Transfer>> TransactionsAsync(ChainId chain, IReadOnlyCollection<TxHash> transactions, CancellationToken cancellation) =>
        Until(await store.TransactionsAsync(chain, transactions, cancellation));

    public async Task<IReadOnlyList<Transfer>> SpendsOfAsync(ChainId chain, IReadOnlyCollection<Outpoint> outputs, CancellationToken cancellation) =>
        Until(await store.SpendsOfAsync(chain, outputs, cancellation));

    private List<Transfer> Until(IReadOnlyList<Transfer> transfers) => [.. transfers.Where(transfer => transfer.Time < _end)];

    private NotSupportedException ReadOnly() => new($"The store as of {day:yyyy-MM-dd} is only read.");
}
