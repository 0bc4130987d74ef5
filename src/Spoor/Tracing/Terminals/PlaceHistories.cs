using Spoor.Transfers;

namespace Spoor.Tracing.Terminals;

/// <summary>What the places of a trace did besides what the trace saw, read in one call a chain, and when each chain's data end.</summary>
internal sealed class PlaceHistories
{
    private readonly Dictionary<(ChainId, Address), List<Transfer>> _histories = [];
    private readonly Dictionary<(ChainId, Address), Activity> _activities = [];

    /// <summary>In position order; null when it was not read.</summary>
    public IReadOnlyList<Transfer>? Of(ChainId chain, Address address) => _histories.GetValueOrDefault((chain, address));

    public Activity? ActivityOf(ChainId chain, Address address) => _activities.TryGetValue((chain, address), out var activity) ? activity : null;

    /// <summary>What the data hold of each chain, in order.</summary>
    public IReadOnlyList<ChainHead> Heads { get; private set; } = [];

    /// <summary>The last moment of a chain's data; null when its transfers have no time.</summary>
    public DateTimeOffset? EndOf(ChainId chain) => Whereabouts.EndOf(Heads, chain);

    /// <param name="places">In order of preference.</param>
    public static async Task<PlaceHistories> ReadAsync(
        ITransferStore store, IReadOnlyList<(ChainId Chain, Address Address)> places, TerminalRules rules, CancellationToken cancellation)
    {
        var read = new PlaceHistories { Heads = [.. (await store.HeadsAsync(cancellation)).OrderBy(head => head.Chain)] };
        foreach (var ofChain in places.Take(rules.MaxHistories).GroupBy(place => place.Chain).OrderBy(group => group.Key))
        {
            List<Address> asked = [.. ofChain.Select(place => place.Address).Order()];
            var quiet = (await read.MeasureAsync(store, ofChain.Key, asked, cancellation)).Where(one => one.Value.Transfers <= rules.MaxTransfers);
            await read.ReadAsync(store, ofChain.Key, [.. quiet.Select(one => one.Key).Order()], cancellation);
        }

        return read;
    }

    /// <summary>Asks how busy those are to whom alone a place passes on what several paid it.</summary>
    public async Task MeasureCollectorsAsync(ITransferStore store, DepositSigns signs, CancellationToken cancellation)
    {
        var collectors = _histories.Keys
            .Select(place => (Chain: place.Item1, Collector: signs.CollectorOf(place.Item1, place.Item2)))
            .Where(one => one.Collector is not null)
            .ToLookup(one => one.Chain, one => one.Collector!.Value);
        foreach (var ofChain in collectors.OrderBy(group => group.Key))
        {
            await MeasureAsync(store, ofChain.Key, [.. ofChain.Distinct().Order()], cancellation);
        }
    }

    private async Task<IReadOnlyDictionary<Address, Activity>> MeasureAsync(
        ITransferStore store, ChainId chain, List<Address> asked, CancellationToken cancellation)
    {
        var activities = await store.ActivityOfAsync(chain, asked, cancellation);
        foreach (var (address, activity) in activities)
        {
            _activities[(chain, address)] = activity;
        }

        return activities;
    }

    private async Task ReadAsync(ITransferStore store, ChainId chain, List<Address> asked, CancellationToken cancellation)
    {
        asked.ForEach(address => _histories[(chain, address)] = []);
        foreach (var transfer in asked.Count == 0 ? [] : await store.TransfersOfAsync(chain, asked, cancellation))
        {
            foreach (var party in new[] { transfer.From, transfer.To }.Distinct())
            {
                if (party is { } address && asked.BinarySearch(address) >= 0)
                {
                    _histories[(chain, address)].Add(transfer);
                }
            }
        }
    }
}
