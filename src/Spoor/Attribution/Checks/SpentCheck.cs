using Spoor.Attribution.Linking;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Did the key act on both sides, or was something only sent to its address?</summary>
/// <remarks>
/// Source: algorithms.md §2.4 (1). Whoever only receives may have been sent it by mistake or on purpose. An address that paid
/// a fee, sent coins or spent an output has signed. Where it did not, stolen value of material size that reached it still shows
/// that the thief chose it. Known errors: a call from a contract moves coins without the contract signing.
/// </remarks>
internal sealed class SpentCheck : ICounterCheck
{
    public string Name => "spent";

    public int Version => 1;

    public bool AppliesTo(LinkCandidate candidate) => candidate.Kind == LinkKind.SameKey;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        var life = ground.PivotLife(candidate);
        var sides = CheckGround.InOrder(candidate).Select(side => (side.Case, Chains: ChainsOf(side))).ToList();
        var silent = sides.Where(side => !side.Chains.Any(life.SpentOn)).ToList();
        if (silent.Count == 0)
        {
            return this.Passed($"The key spent on both sides: {string.Join(", ", sides.Select(side => $"{side.Case} on {Found.ChainName(side.Chains.First(life.SpentOn))}"))}.");
        }

        if (silent.TrueForAll(side => ReachedBy(side.Case, candidate, ground)))
        {
            return this.Passed($"It was not seen to spend for {string.Join(" and ", silent.Select(side => side.Case))}, but a material part of what was stolen there came to it.");
        }

        var unseen = silent.Where(side => !side.Chains.Any(life.Activities.ContainsKey)).ToList();
        return this.NotChecked(unseen.Count > 0
            ? $"Whether the key spent could not be checked: there are no transfers of it for {string.Join(" and ", unseen.Select(side => side.Case))}."
            : $"In the transfers at hand it only received for {string.Join(" and ", silent.Select(side => side.Case))}.");
    }

    private static bool ReachedBy(string theft, LinkCandidate candidate, CheckGround ground) =>
        candidate.Contacts.Any(one => one.Case == theft && one.Contact.IsMaterial(ground.Parameters.MaterialPerMillion));

    private static IReadOnlyList<ChainId> ChainsOf(LinkSide side) =>
        [.. side.Chains.Select(text => ChainId.TryParse(text, out var chain) ? chain : (ChainId?)null).OfType<ChainId>()];
}
