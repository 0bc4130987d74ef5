using Spoor.Labels;
using Spoor.Reporting.Cases.Seals;
using Spoor.Tracing.Bridges;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;
using Spoor.Transfers.Recording;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Transfers;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>Cuts the material of a case down to what its findings can rest on.</summary>
/// <remarks>Which labels there are is asked by address and transaction only, and bridges are asked by transaction.</remarks>
public static class CaseNarrowing
{
    public static CaseMaterial To(this CaseMaterial material, StoreRecord record, IncidentLibrary library)
    {
        var addresses = record.Addresses().ToHashSet();
        var others = new HashSet<LabelSubject>();
        foreach (var subject in library.All.SelectMany(incident => incident.Case.Members).Select(member => member.Subject))
        {
            _ = subject is LabelSubject.OfAddress account ? addresses.Add(account.Address) : others.Add(subject);
        }

        var fileLabels = material.FileLabels.Where(Concerns);
        var storeLabels = material.StoreLabels.Where(Concerns);
        var sources = fileLabels.Labels.Concat(storeLabels.Labels).Select(label => label.Source);
        return material with
        {
            Transfers = new RecordedStore(record),
            FileLabels = fileLabels,
            StoreLabels = storeLabels,
            Lineage = new(SourceLines.Needed(material.Lineage, [.. sources.Distinct(StringComparer.Ordinal)])),
            Legs = LegsFor(material.Legs, record),
        };

        bool Concerns(Label label) => label.Address is { } address ? addresses.Contains(address) : others.Contains(label.Subject);
    }

    // Legs are joined beside all others, so some alone could be joined otherwise: then all of them are kept.
    private static IReadOnlyList<BridgeLeg> LegsFor(IReadOnlyList<BridgeLeg> legs, StoreRecord record)
    {
        var held = record.Transfers.Select(transfer => (transfer.Chain, transfer.Tx)).ToHashSet();
        var touched = legs.Where(leg => held.Contains((leg.Chain, leg.Tx))).ToHashSet();
        var names = touched.Where(leg => leg.MessageId is not null).Select(leg => (leg.Protocol, leg.MessageId)).ToHashSet();
        touched.UnionWith(legs.Where(leg => names.Contains((leg.Protocol, leg.MessageId))));
        foreach (var match in legs.Count == 0 ? [] : new BridgeMatcher().Match(legs).Deposits)
        {
            var ends = new[] { match.Deposit, match.Refund, match.Payout }.OfType<BridgeLeg>().ToList();
            touched.UnionWith(ends.Exists(touched.Contains) ? ends : []);
        }

        List<BridgeLeg> kept = [.. legs.Where(touched.Contains)];
        return Held(StoredCrossings.Of(kept)).SequenceEqual(Held(StoredCrossings.Of(legs))) ? kept : legs;

        List<Crossing> Held(IReadOnlyList<Crossing> crossings) =>
            [.. crossings.Where(one => held.Contains((one.Deposit.Chain, one.Deposit.Tx))).OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Deposit.Tx)];
    }
}
