using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>What the store shows of an address: how busy it is on each chain, and its dealings where it is not.</summary>
internal sealed class AddressLife
{
    public static readonly AddressLife Unknown = new();

    /// <summary>By chain; none where the store holds nothing of it.</summary>
    public IReadOnlyDictionary<ChainId, Activity> Activities { get; init; } = new Dictionary<ChainId, Activity>();

    /// <summary>In chain and position order; without those of chains on which it is busy.</summary>
    public IReadOnlyList<Transfer> Transfers { get; init; } = [];

    public bool IsSeen => Activities.Count > 0;

    public long Counterparties => Activities.Values.Sum(activity => activity.Counterparties);

    /// <summary>What its key signed: it paid a fee, spent an output, or paid coins where no code can pay them.</summary>
    /// <remarks>A contract pays native coins in a call; so on EVM chains and Tron such a payment alone shows no signature.</remarks>
    public IEnumerable<Transfer> Signed => Transfers.Where(transfer => transfer.From is { } from && IsSelf(from)
        && (transfer.Kind is TransferKind.Fee or TransferKind.UtxoIn
            || (transfer.Kind == TransferKind.Native && from.Kind is AddressKind.Xrp or AddressKind.PubKeyHash)));

    public bool SignedOn(ChainId chain) => Signed.Any(transfer => transfer.Chain == chain);

    /// <summary>The same at or after a moment; what has no time does not show it.</summary>
    public IEnumerable<Transfer> SignedSince(DateTimeOffset moment, IReadOnlyList<ChainId> chains) =>
        Signed.Where(transfer => transfer.IsTimed && transfer.Time >= moment && chains.Contains(transfer.Chain));

    public IEnumerable<Address> OthersOf(Transfer transfer) =>
        new[] { transfer.From, transfer.To }.OfType<Address>().Where(party => !IsSelf(party));

    /// <summary>The forms of its key, see <see cref="KeyIdentity.FormsOf"/>.</summary>
    public IReadOnlyList<Address> Forms { get; init; } = [];

    public bool IsSelf(Address address) => Forms.Contains(address);
}
