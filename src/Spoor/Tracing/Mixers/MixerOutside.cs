using Spoor.Transfers;

namespace Spoor.Tracing.Mixers;

/// <summary>What depositors and recipients did outside the pools: ordinary transfers between addresses that are no services.</summary>
public sealed class MixerOutside
{
    public static readonly MixerOutside Nothing = new([], new HashSet<Address>());

    private readonly Dictionary<(Address, Address), List<TxHash>> _between = [];
    private readonly Dictionary<Address, SortedSet<Address>> _partners = [];

    /// <param name="transfers">In whatever order; of a token only what is worth something, since anybody can send worthless ones in another's name.</param>
    /// <param name="services">Addresses so busy that they tie nobody to anybody.</param>
    public MixerOutside(IEnumerable<Transfer> transfers, IReadOnlySet<Address> services)
    {
        foreach (var transfer in transfers.Distinct(TransferIdentity.Instance).Order(TransferOrder.Instance))
        {
            if (transfer is { From: { } from, To: { } to, Amount.IsZero: false } && from != to && IsPerson(transfer.Chain, from) && IsPerson(transfer.Chain, to))
            {
                Add(from, to, transfer.Tx);
            }
        }

        bool IsPerson(ChainId chain, Address address) =>
            !services.Contains(address) && !address.IsZeroAccount && !MixerRegistry.TryGet(chain, address, out _) && !MixerRegistry.IsRouter(chain, address);
    }

    /// <summary>Transactions of transfers between the two, either way, in order; a transaction once a transfer.</summary>
    public IReadOnlyList<TxHash> Between(Address one, Address other) => _between.TryGetValue(PairOf(one, other), out var found) ? found : [];

    /// <summary>Who had transfers with an address, in order.</summary>
    public IReadOnlyCollection<Address> PartnersOf(Address address) => _partners.TryGetValue(address, out var found) ? found : [];

    /// <summary>Whether nothing at all is known.</summary>
    public bool IsEmpty => _between.Count == 0;

    private void Add(Address from, Address to, TxHash tx)
    {
        ListOf(PairOf(from, to)).Add(tx);
        PartnersAt(from).Add(to);
        PartnersAt(to).Add(from);
    }

    private List<TxHash> ListOf((Address, Address) pair) => _between.TryGetValue(pair, out var list) ? list : _between[pair] = [];

    private SortedSet<Address> PartnersAt(Address address) => _partners.TryGetValue(address, out var set) ? set : _partners[address] = [];

    private static (Address, Address) PairOf(Address one, Address other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
