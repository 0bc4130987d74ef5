using Spoor.Transfers;

namespace Spoor.Workspace.Addresses;

/// <summary>The transfers of an address, any part of them at a time, however many they are.</summary>
public sealed class AddressTransfers
{
    private readonly Workbench _workbench;
    private readonly IReadOnlyList<Transfer>? _all;

    private AddressTransfers(Workbench workbench, ChainId chain, Address address, long count, IReadOnlyList<Transfer>? all) =>
        (_workbench, Chain, Address, Count, _all) = (workbench, chain, address, count, all);

    public ChainId Chain { get; }

    public Address Address { get; }

    public long Count { get; }

    /// <summary>What it did as a whole; null where it is a hub, of which only parts are read.</summary>
    public AddressPast? Past => _all is null ? null : new(Chain, Address, _all);

    public static async Task<AddressTransfers> OpenAsync(Workbench workbench, ChainId chain, Address address, CancellationToken cancellation)
    {
        var store = await workbench.TransfersAsync(cancellation);
        var past = await AddressPast.ReadAsync(store, chain, address, cancellation);
        if (past is not null)
        {
            return new(workbench, chain, address, past.Transfers.Count, past.Transfers);
        }

        var activity = await store.ActivityOfAsync(chain, [address], cancellation);
        return new(workbench, chain, address, activity[address].Transfers, null);
    }

    /// <summary>Some of them, in position order or the other way round.</summary>
    /// <param name="from">How many come before them in that order.</param>
    public async Task<IReadOnlyList<Transfer>> PageAsync(long from, int count, bool newestFirst, CancellationToken cancellation)
    {
        long first = newestFirst ? Math.Max(0, Count - from - count) : from;
        int taken = (int)Math.Min(count, Count - from);
        if (taken <= 0)
        {
            return [];
        }

        IReadOnlyList<Transfer> page = _all is { } all
            ? [.. all.Skip((int)first).Take(taken)]
            : await _workbench.Store.PageOfAsync(Chain, Address, (first, taken), cancellation);
        return newestFirst ? [.. page.Reverse()] : page;
    }
}
