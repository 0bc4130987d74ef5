using Spoor.Labels;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Comparing;

/// <summary>Labels that came or went, in the folders of incidents, in files or in a store, and sources that say otherwise whom they repeat.</summary>
public static class LabelChanges
{
    public static IEnumerable<CaseChange> Between(CaseSide before, CaseSide after) =>
        Of(InputGroup.Incidents, OfIncidents(before), OfIncidents(after))
            .Concat(Of(InputGroup.Labels, OfEntries(before), OfEntries(after)))
            .Concat(CaseChanges.Keyed(SourcesOf(before), SourcesOf(after), source => source.Key, source => string.Join(", ", source.DerivedFrom) is { Length: > 0 } from ? $"repeats {from}" : "repeats nobody")
                .Select(one => new CaseChange("LABEL_SOURCE", InputGroup.Labels, one.Key, one.From, one.To)))
            .Concat(CaseChanges.Keyed(before.Manifest.Cited, after.Manifest.Cited, file => file.Name, file => file.Sha256)
                .Select(one => new CaseChange("LABEL_FILE", InputGroup.Labels, one.Key, one.From, one.To)));

    private static IEnumerable<CaseChange> Of(InputGroup group, IEnumerable<Label> before, IEnumerable<Label> after) =>
        CaseChanges.Keyed(before, after, LabelIdentity.Of, NameOf)
            .Select(one => new CaseChange(one.From is null ? "LABEL_ADDED" : "LABEL_REMOVED", group, one.From ?? one.To!, one.From is null ? null : one.Key, one.To is null ? null : one.Key));

    private static IEnumerable<Label> OfIncidents(CaseSide side) => side.Library.All.SelectMany(incident => incident.Facts.Labels);

    private static IEnumerable<Label> OfEntries(CaseSide side) =>
        LabelLines.Read(CaseNames.FileLabels, side.Content(CaseNames.FileLabels)).Concat(LabelLines.Read(CaseNames.StoreLabels, side.Content(CaseNames.StoreLabels)));

    private static IEnumerable<Citation> SourcesOf(CaseSide side) => SourceLines.Read(CaseNames.LabelSources, side.Content(CaseNames.LabelSources));

    private static string NameOf(Label label) => $"{label.Subject}: {label.Name} ({label.Source})";
}
