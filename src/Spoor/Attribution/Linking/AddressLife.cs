using System.Numerics;
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

    /// <summary>Those who deal with nobody else in the store: only a file of the address itself holds such.</summary>
    public IReadOnlySet<Address> OnlyItsOwn { get; init; } = new HashSet<Address>();

    public bool IsSeen => Activities.Count > 0;

    public long Counterparties => Activities.Values.Sum(activity => activity.Counterparties);

    /// <summary>Whether it signed something on a chain: paid a fee, or spent an output.</summary>
    public bool SignedOn(ChainId chain) => Transfers.Any(transfer => transfer.Chain == chain && transfer.From is { } from
        && transfer.Kind is TransferKind.Fee or TransferKind.UtxoIn && IsSelf(from));

    /// <summary>Whether it sent its native coins or signed.</summary>
    public bool SpentOn(ChainId chain) => Transfers.Any(transfer => transfer.Chain == chain && transfer.From is { } from
        && transfer.Kind is TransferKind.Fee or TransferKind.UtxoIn or TransferKind.Native && IsSelf(from));

    public IEnumerable<Address> OthersOf(Transfer transfer) =>
        new[] { transfer.From, transfer.To }.OfType<Address>().Where(party => !IsSelf(party));

    /// <summary>Whether it passed on nearly all it received, as an address between two of one owner does.</summary>
    public bool PassesOn(LinkParameters parameters) => Transfers.Where(transfer => transfer.Kind != TransferKind.Fee).GroupBy(transfer => transfer.Asset).Any(ofAsset =>
    {
        var received = Sum(ofAsset.Where(transfer => transfer.To is { } to && IsSelf(to)));
        var sent = Sum(ofAsset.Where(transfer => transfer.From is { } from && IsSelf(from)));
        return !received.IsZero && sent <= received && sent * 100 >= received * parameters.SweepPercent;
    });

    /// <summary>The forms of its key, see <see cref="KeyIdentity.FormsOf"/>.</summary>
    public IReadOnlyList<Address> Forms { get; init; } = [];

    private bool IsSelf(Address address) => Forms.Contains(address);

    private static BigInteger Sum(IEnumerable<Transfer> transfers) => transfers.Aggregate(BigInteger.Zero, (sum, transfer) => sum + transfer.Amount.Units);
}
