using Spoor.Attribution.Linking;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Did the key act on both sides after each theft began, or was something only sent to its address?</summary>
/// <remarks>
/// Source: docs/methods/spent.md. Whoever only receives may have been sent it by mistake or on purpose. The key acted where it
/// signed (<see cref="AddressLife.Signed"/>) at or after the theft, and one transaction does not speak for both sides. Where it
/// did not, stolen value of material size that came to it still shows that the thief chose it; that passes and is no signature.
/// Known errors: files without fee rows show no signature on EVM chains.
/// </remarks>
internal sealed class SpentCheck : ICounterCheck
{
    public string Name => "spent";

    public int Version => 2;

    /// <summary>Whether the key signed on both sides, each time after that theft began, in different transactions.</summary>
    public static bool SignedOnBoth(LinkCandidate candidate, CheckGround ground)
    {
        var bySide = candidate.Sides.Select(side => SignedFor(side, candidate, ground).Select(transfer => (transfer.Chain, transfer.Tx)).ToHashSet()).ToList();
        return bySide.TrueForAll(signed => signed.Count > 0) && bySide.SelectMany(signed => signed).Distinct().Count() >= bySide.Count;
    }

    public bool AppliesTo(LinkCandidate candidate) => candidate.Kind == LinkKind.SameKey;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        var sides = CheckGround.InOrder(candidate).Select(side => (side.Case, Side: side, Signed: SignedFor(side, candidate, ground))).ToList();
        if (SignedOnBoth(candidate, ground))
        {
            return this.Passed($"The key signed on both sides after each theft began: {string.Join(", ", sides.Select(side => $"{side.Case} on {Found.ChainName(side.Signed[0].Chain)}"))}.");
        }

        var silent = sides.Where(side => side.Signed.Count == 0).ToList();
        if (silent.Count == 0)
        {
            return this.NotChecked("Only one transaction that the key signed is at hand, and it cannot speak for both sides.");
        }

        if (silent.TrueForAll(side => ReachedBy(side.Case, candidate, ground)))
        {
            return this.Passed($"It was not seen to sign for {string.Join(" and ", silent.Select(side => side.Case))}, but a material part of what was stolen there came to it.");
        }

        var life = ground.PivotLife(candidate);
        var unseen = silent.Where(side => !ChainsOf(side.Side).Any(life.Activities.ContainsKey)).ToList();
        return this.NotChecked(unseen.Count > 0
            ? $"Whether the key acted could not be checked: there are no transfers of it for {string.Join(" and ", unseen.Select(side => side.Case))}."
            : $"In the transfers at hand it signed nothing for {string.Join(" and ", silent.Select(side => side.Case))} since that theft began.");
    }

    /// <summary>What the key signed on the chains of a side since that theft began, in chain and position order.</summary>
    public static IReadOnlyList<Transfer> SignedFor(LinkSide side, LinkCandidate candidate, CheckGround ground) =>
        [.. ground.PivotLife(candidate).SignedSince(ground.CaseOf(side).Began, ChainsOf(side))];

    private static bool ReachedBy(string theft, LinkCandidate candidate, CheckGround ground) =>
        candidate.Contacts.Any(one => one.Case == theft && one.Contact.IsMaterial(ground.Parameters.MaterialPerMillion));

    private static IReadOnlyList<ChainId> ChainsOf(LinkSide side) =>
        [.. side.Chains.Select(text => ChainId.TryParse(text, out var chain) ? chain : (ChainId?)null).OfType<ChainId>()];
}
