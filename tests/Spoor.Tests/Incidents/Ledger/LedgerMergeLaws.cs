using CsCheck;
using Spoor.Incidents.Ledger;

namespace Spoor.Tests.Incidents.Ledger;

/// <summary>What must hold of merging whatever the ledgers and the decisions are.</summary>
public sealed class LedgerMergeLaws
{
    [Fact]
    public void Each_entry_is_in_exactly_one_incident() => LedgerRows.Decided.Sample(drawn =>
        LedgerMerge.Of(drawn.Entries, drawn.Decisions).SelectMany(incident => incident.Entries).Select(entry => entry.Id).Order()
            .SequenceEqual(drawn.Entries.Select(entry => entry.Id).Order()));

    [Fact]
    public void The_order_of_the_entries_makes_no_difference() => LedgerRows.Decided.SelectMany(drawn => Gen.Shuffle(drawn.Entries.ToArray()).Select(mixed => (drawn, mixed))).Sample(pair =>
        LedgerMerge.Of(pair.drawn.Entries, pair.drawn.Decisions).Select(incident => $"{incident.Id} {incident.Usd} {string.Join('|', incident.Reasons)}")
            .SequenceEqual(LedgerMerge.Of(pair.mixed, pair.drawn.Decisions).Select(incident => $"{incident.Id} {incident.Usd} {string.Join('|', incident.Reasons)}")));

    [Fact]
    public void No_incident_holds_two_entries_of_one_ledger_unless_somebody_decided_so() => LedgerRows.Ledgers.Sample(entries =>
        LedgerMerge.Of(entries, []).All(incident => incident.Entries.Select(entry => entry.Source).Distinct().Count() == incident.Entries.Count));

    [Fact]
    public void A_merged_total_is_no_more_than_the_sum_of_its_parts() => LedgerRows.Decided.Sample(drawn =>
    {
        var incidents = LedgerMerge.Of(drawn.Entries, drawn.Decisions);
        return incidents.Sum(incident => incident.Most ?? 0m) <= drawn.Entries.Sum(entry => entry.Usd ?? 0m)
            && incidents.All(incident => incident.Least <= incident.Usd && incident.Usd <= incident.Most || incident.Usd is null);
    });

    [Fact]
    public void Every_merge_has_a_reason() => LedgerRows.Decided.Sample(drawn =>
        LedgerMerge.Of(drawn.Entries, drawn.Decisions).All(incident => incident.Reasons.Count == incident.Entries.Count - 1));

    [Fact]
    public void A_split_takes_an_entry_out_whatever_was_decided_before() => LedgerRows.Decided.Sample(drawn =>
    {
        string entry = drawn.Entries[0].Id;
        var split = new MergeDecision(drawn.Decisions.Count + 1, MergeKind.Split, entry, null, "alone");
        return LedgerMerge.Of(drawn.Entries, [.. drawn.Decisions, split]).Single(incident => incident.Entries.Any(one => one.Id == entry)).Entries.Count == 1;
    });

    [Fact]
    public void A_merge_holds_whatever_was_decided_before() => LedgerRows.Decided.Sample(drawn =>
    {
        var (one, other) = (drawn.Entries[0].Id, drawn.Entries[1].Id);
        var merge = new MergeDecision(drawn.Decisions.Count + 1, MergeKind.Merge, one, other, "one case");
        return LedgerMerge.Of(drawn.Entries, [.. drawn.Decisions, merge]).Any(incident =>
            incident.Entries.Any(entry => entry.Id == one) && incident.Entries.Any(entry => entry.Id == other));
    });

    [Fact]
    public void A_split_undoes_a_merge_of_what_no_rule_would_join()
    {
        LedgerEntry[] entries = [LedgerRows.Entry("rekt", "Nightmare on FTM Street", "2023-10-17", 7_500_000m), LedgerRows.Entry("dprk", "Fantom Foundation", "2023-10-17", 7_624_588m)];
        var merge = new MergeDecision(1, MergeKind.Merge, entries[1].Id, entries[0].Id, "one phishing case");
        var split = new MergeDecision(2, MergeKind.Split, entries[0].Id, null, "not so");

        Assert.Equal(2, LedgerMerge.Of(entries, []).Count);
        Assert.Equal("decided (1): one phishing case", Assert.Single(Assert.Single(LedgerMerge.Of(entries, [merge])).Reasons).ToString());
        Assert.Equal(LedgerMerge.Of(entries, []).Shape(), LedgerMerge.Of(entries, [merge, split]).Shape());
        Assert.Single(LedgerMerge.Of(entries, [merge, split, merge with { Number = 3 }]));
    }
}
