using Spoor.Attribution.Linking;

namespace Spoor.Attribution.Checks;

/// <summary>Does it belong to a victim, who moves what is left to safety and is robbed of the same keys?</summary>
/// <remarks>
/// Source: docs/methods/victim.md: an exchange's own rescue looks like a theft. A key that either incident lists on the
/// victim's side never links. Known errors: a victim's wallet that no list names.
/// </remarks>
internal sealed class VictimCheck : ICounterCheck
{
    public string Name => "victim";

    public int Version => 2;

    public bool AppliesTo(LinkCandidate candidate) => true;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        var ours = ground.Search.MemberKeys[KeyIdentity.Of(candidate.Pivot)]
            .Where(one => one.Member.Side == MemberSide.Victim && ground.Cases.Any(footprint => footprint.Case.Id == one.Theft.Id))
            .OrderBy(one => one.Theft.Id, StringComparer.Ordinal).ToList();
        if (ours is [var first, ..])
        {
            return this.Failed($"It is the victim's own in {first.Theft.Id} ({first.Member.Role}).");
        }

        var unlisted = ground.Cases.Select(footprint => footprint.Case)
            .Where(theft => !ground.Search.StandingMembers(theft).Any(one => one.Member.Side == MemberSide.Victim)).Select(theft => theft.Id).ToList();
        return unlisted.Count > 0
            ? this.NotChecked($"Whether it is a victim's own could not be checked: no wallet of the victim is listed for {string.Join(" and ", unlisted)}.")
            : this.Passed("Neither victim's list has it.");
    }
}
