using Spoor.Attribution.Linking;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Is what the two share, or anything their value passed on the way, a service that strangers use?</summary>
/// <remarks>
/// Source: docs/methods/service.md: an exchange uses one key on all EVM chains, so a label on any
/// chain counts. Without a label an address is a service when it is as busy as one. It passes only when its history is known to
/// be complete (<see cref="LifeSense"/>) and few dealt with it: a file of the thieves' transfers shows nothing of whom else an
/// address serves. That no list names it is no proof either. Known errors: those of <see cref="LifeSense"/>.
/// </remarks>
internal sealed class ServiceCheck : ICounterCheck
{
    public string Name => "service";

    public int Version => 2;

    public bool AppliesTo(LinkCandidate candidate) => true;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        var judged = Addresses(candidate).Select(one => Judge(one.Chain, one.Address, candidate, ground)).ToList();
        if (candidate.PivotAddress is null)
        {
            judged.Add(OfUnread(candidate, ground));
        }

        return judged.Find(one => one.Outcome == CheckOutcome.Failed)
            ?? judged.Find(one => one.Outcome == CheckOutcome.NotChecked)
            ?? judged[0];
    }

    /// <summary>The first address that the link trusts without anybody having named it, and of which nobody could tell whether it is a service.</summary>
    public CounterCheck? Untold(LinkCandidate candidate, CheckGround ground) => candidate.RestsOn
        .Select(one => Judge(one.Chain, one.Address, candidate, ground)).FirstOrDefault(one => one.Outcome == CheckOutcome.NotChecked);

    // The pivot always; what lies between too, since a service there would make strangers look linked.
    private static IEnumerable<(ChainId? Chain, Address Address)> Addresses(LinkCandidate candidate) =>
    [
        .. candidate.PivotAddress is { } pivot ? new[] { ((ChainId?)null, pivot) } : [],
        .. candidate.Between.Select(one => ((ChainId?)one.Chain, one.Address)),
    ];

    private CounterCheck Judge(ChainId? chain, Address address, LinkCandidate candidate, CheckGround ground)
    {
        string who = chain is { } on ? AddressText.Render(on, address) : "it";
        var key = KeyIdentity.KeyOf(address);
        if (ground.LabelsOf(key).FirstOrDefault(label => LabelSense.IsService(label)) is { } service)
        {
            return this.Failed($"A label names {who} a service: {Found.Words(service)}. A service uses one key on all chains.");
        }

        if (MemberAsService(key, ground) is { } named)
        {
            return this.Failed($"{Upper(who)} is {named}.");
        }

        var life = ground.Lives.Of(key);
        foreach (var (busyOn, activity) in life.Activities.OrderBy(one => one.Key))
        {
            if (ground.Parameters.Stops.IsBusy(activity))
            {
                return this.Failed($"{Upper(who)} is as busy as a service: {Found.Count(activity.Counterparties, "counterparty", "counterparties")} and {Found.Count(activity.Transfers, "transfer", "transfers")} on {Found.ChainName(busyOn)}.");
            }
        }

        return ground.LabelsOf(key).FirstOrDefault(LabelSense.IsThief) is { } thief
            ? this.Passed($"A label names {who} a thief's address: {Found.Words(thief)}.")
            : Unlabelled(who, life, candidate, ground);
    }

    private CounterCheck Unlabelled(string who, AddressLife life, LinkCandidate candidate, CheckGround ground)
    {
        string lists = ground.Search.Labels.Count == 0
            ? "there are no labels"
            : $"none of {Found.Count(ground.Search.Labels.Count, "labelled address", "labelled addresses")} is {who}";
        if (!life.IsSeen)
        {
            return this.NotChecked($"Whether {who} is a service could not be checked for lack of data: {lists}, and there are no transfers of it.");
        }

        if (!LifeSense.IsComplete(life, candidate, ground.Parameters))
        {
            return this.NotChecked($"Whether {who} is a service could not be checked for lack of data: {lists}, and the transfers at hand are not all of its own: its books do not close.");
        }

        string dealings = Found.Count(life.Counterparties, "counterparty", "counterparties");
        return LifeSense.IsQuiet(life, ground.Parameters)
            ? this.Passed($"No label names {who} a service, its history in the store is complete, and it is quiet: {dealings}.")
            : this.NotChecked($"Whether {who} is a service could not be told: {lists}, and {dealings} are many for one person.");
    }

    private CounterCheck OfUnread(LinkCandidate candidate, CheckGround ground) =>
        ground.LabelsOf(candidate.Pivot).FirstOrDefault(LabelSense.IsService) is { } service
            ? this.Failed($"A label names it a service: {Found.Words(service)}.")
            : this.NotChecked("Whether it is a service could not be checked for lack of data: Spoor does not read transfers of its chain.");

    private static string? MemberAsService(Address key, CheckGround ground)
    {
        var known = ground.Search.MemberKeys[new LabelSubject.OfAddress(null, key)].ToList();
        var service = known.Find(one => one.Member.Side == MemberSide.Service);
        var other = known.Find(one => one.Member.Side == MemberSide.Victim && ground.Cases.All(footprint => footprint.Case.Id != one.Theft.Id));
        return service.Theft is not null ? $"a service in the list of {service.Theft.Id}"
            : other.Theft is not null ? $"an address of the victim in the list of {other.Theft.Id}"
            : null;
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
