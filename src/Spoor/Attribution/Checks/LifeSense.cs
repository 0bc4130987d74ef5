using Spoor.Attribution.Linking;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Whether a store shows an address's own dealings, or only those that it had with the thieves whose transfers were imported.</summary>
/// <remarks>
/// A store filled with the transfers of known thieves holds an exchange too, but of its customers only the thieves, and it
/// looks quiet. So an address counts as shown when the store holds somebody who dealt with nobody but it, which no
/// file of another address would; when it passed on nearly all it received; or when on every side an address that no
/// incident names stands between it and the thief, so that the import went further than the lists.
/// </remarks>
internal static class LifeSense
{
    public static bool IsShown(AddressLife life, LinkCandidate candidate, CheckGround ground)
    {
        if (!life.IsSeen || ground.Parameters.WholeChains)
        {
            return life.IsSeen;
        }

        bool own = life.OnlyItsOwn.Any(party => !ground.Search.MemberKeys.Contains(new LabelSubject.OfAddress(null, KeyIdentity.KeyOf(party))));
        return own || life.PassesOn(ground.Parameters) || StandsApart(life, candidate);
    }

    private static bool StandsApart(AddressLife life, LinkCandidate candidate)
    {
        bool isPivot = candidate.PivotAddress is { } pivot && life.Forms.Contains(pivot);
        var between = candidate.Between.Select(one => one.Address).ToHashSet();
        return isPivot
            ? candidate.Paths.All(path => path.Steps.Count == 0 || path.Steps.SelectMany(Parties).Any(between.Contains))
                && candidate.Sides.Any(side => !side.IsNamed)
            : candidate.Paths.SelectMany(path => path.Steps).Any(step =>
                Parties(step).Any(life.Forms.Contains) && Parties(step).Any(party => !life.Forms.Contains(party) && (between.Contains(party) || IsOpenPivot(party))));

        bool IsOpenPivot(Address party) => !candidate.PivotIsNamed && candidate.IsPivot(party);
    }

    private static IEnumerable<Address> Parties(Transfer step) => new[] { step.From, step.To }.OfType<Address>();
}
