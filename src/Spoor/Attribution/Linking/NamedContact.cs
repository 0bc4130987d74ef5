using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>What of a theft came to an address that the incident itself names.</summary>
/// <remarks>
/// A trace begins at such addresses and calls all that they receive stolen. Here only what the victim or another address of the
/// thief paid them counts, since anybody can pay an address that is public.
/// </remarks>
internal static class NamedContact
{
    /// <summary>Of several assets the one of which the largest share came; null when nothing was seen to come.</summary>
    public static Contact? Of(
        Foothold named, TheftCase theft, IReadOnlyList<CaseMember> members, IReadOnlyDictionary<AssetId, Amount> stolen, FootprintHistories histories)
    {
        if (named.Place is not { } place || histories.Of.GetValueOrDefault(place) is not { } history)
        {
            return null;
        }

        var payers = members.Where(member => member.Side != MemberSide.Service).Select(member => KeyIdentity.Of(member.Subject)).ToHashSet();
        return history
            .Where(transfer => transfer.To == place.Address && transfer.IsTimed && transfer.Time >= theft.Began && stolen.ContainsKey(transfer.Asset))
            .Where(transfer => transfer.From is { } from && from != place.Address && payers.Contains(new Labels.LabelSubject.OfAddress(null, KeyIdentity.KeyOf(from))))
            .GroupBy(transfer => transfer.Asset)
            .Select(ofAsset => new Contact(ofAsset.Key, Sum(ofAsset), stolen[ofAsset.Key]))
            .OrderByDescending(contact => contact.PerMillion).ThenBy(contact => contact.Asset)
            .FirstOrDefault();
    }

    private static Amount Sum(IEnumerable<Transfer> transfers) =>
        new((UInt128)BigInteger.Min((BigInteger)UInt128.MaxValue, transfers.Aggregate(BigInteger.Zero, (sum, transfer) => sum + transfer.Amount.Units)));
}
