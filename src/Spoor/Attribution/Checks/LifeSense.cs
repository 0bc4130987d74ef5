using System.Numerics;
using Spoor.Attribution.Linking;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Whether a store holds all of an address's history, or only the part that it had with the thieves whose transfers were imported.</summary>
/// <remarks>
/// A store filled with the transfers of known thieves holds an exchange too, but of its customers only the thieves, and it
/// looks quiet. The books of such an address do not close: it pays out what it was never seen to receive, or keeps what it got.
/// So a history counts as complete when, in every asset that the address had from the thieves or paid them, it never spent more
/// than it had been seen to receive, and spent nearly all of it. Known errors: a service whose rows at hand happen to balance.
/// </remarks>
internal static class LifeSense
{
    public static bool IsComplete(AddressLife life, LinkCandidate candidate, LinkParameters parameters)
    {
        if (!life.IsSeen || parameters.WholeChains)
        {
            return life.IsSeen;
        }

        var assets = Touched(life, candidate);
        return assets.Count > 0 && assets.All(asset => Closes([.. life.Transfers.Where(transfer => transfer.Asset == asset)], life, parameters));
    }

    public static bool IsQuiet(AddressLife life, LinkParameters parameters) => life.Counterparties <= parameters.QuietCounterparties;

    // What the address exchanged with anybody on the link's ways, whether or not that very payment is a step of one.
    private static HashSet<AssetId> Touched(AddressLife life, LinkCandidate candidate)
    {
        var steps = candidate.Paths.SelectMany(path => path.Steps).ToList();
        var onTheWay = steps.SelectMany(Parties)
            .Concat(candidate.Paths.Select(path => path.Start.Subject).OfType<Labels.LabelSubject.OfAddress>().Select(account => account.Address)).ToHashSet();
        return
        [
            .. steps.Where(step => Parties(step).Any(life.IsSelf)).Select(step => step.Asset),
            .. life.Transfers.Where(transfer => life.OthersOf(transfer).Any(onTheWay.Contains)).Select(transfer => transfer.Asset),
        ];
    }

    private static bool Closes(IReadOnlyList<Transfer> ofAsset, AddressLife life, LinkParameters parameters)
    {
        var (received, spent) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var transfer in ofAsset.OrderBy(transfer => transfer.Position))
        {
            spent += transfer.From is { } from && life.IsSelf(from) ? transfer.Amount.Units : 0;
            if (spent > received || transfer.Quality == AmountQuality.Unknown)
            {
                return false;
            }

            received += transfer.To is { } to && life.IsSelf(to) ? transfer.Amount.Units : 0;
        }

        return !received.IsZero && spent * 100 >= received * parameters.ClosedPercent;
    }

    private static IEnumerable<Address> Parties(Transfer step) => new[] { step.From, step.To }.OfType<Address>();
}
