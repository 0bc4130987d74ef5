using System.Numerics;
using Spoor.Tracing;
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
    public static Contact? Of(Foothold named, IReadOnlyList<CaseMember> members, Trace? trace, FootprintHistories histories)
    {
        if (trace is null || named.Place is not { } place || !histories.Of.ContainsKey(place))
        {
            return null;
        }

        var stolen = ReachedAddresses.StolenIn(trace);
        var thefts = trace.Thefts.ToDictionary(theft => theft.Number, theft => theft.Asset);
        var payers = members.Where(member => member.Side != MemberSide.Service).Select(member => KeyIdentity.Of(member.Subject)).ToHashSet();
        return trace.Transfers
            .Where(traced => traced.Transfer.To == place.Address && traced.Transfer.Chain == place.Chain)
            .Where(traced => traced.Transfer.From is { } from && from != place.Address && payers.Contains(new Labels.LabelSubject.OfAddress(null, KeyIdentity.KeyOf(from))))
            .GroupBy(traced => thefts[traced.Theft])
            .Select(ofAsset => new Contact(ofAsset.Key, Sum(ofAsset), stolen[ofAsset.Key]))
            .OrderByDescending(contact => contact.PerMillion).ThenBy(contact => contact.Asset)
            .FirstOrDefault();
    }

    // In the asset that was stolen, whatever it had become.
    private static Amount Sum(IEnumerable<TracedTransfer> transfers) =>
        new((UInt128)BigInteger.Min((BigInteger)UInt128.MaxValue, transfers.Aggregate(BigInteger.Zero, (sum, traced) => sum + traced.Origin.Units)));
}
