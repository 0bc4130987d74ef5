using Spoor.Reporting.Cases;
using Spoor.Reporting.Cases.Seals;
using Spoor.Tracing;
using Spoor.Transfers.Recording;
using Spoor.Workspace.Incidents;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>Computes everything a case file holds; sealing and verifying are the same computation.</summary>
public static class CaseSealing
{
    /// <summary>Seals a case as it is now: its incidents are read once, and the results are computed from what is sealed.</summary>
    /// <exception cref="FormatException">An input is not as described, or more than a case file holds.</exception>
    public static async Task<SealedCase> SealAsync(
        IncidentLibrary library, KnownIncident incident, CaseMaterial material, SealRequest request, IProgress<TraceProgress>? progress, CancellationToken cancellation)
    {
        var files = CaseSnapshot.EntriesOf(library, incident);
        var snapshot = CaseSnapshot.LibraryOf(files);
        var own = snapshot.Sealed(incident.Id);
        var record = await CaseRecording.OfAsync(material, snapshot, own, request.Parameters, progress, cancellation);
        return await OfAsync(files, incident.Id, material, record, request, cancellation);
    }

    /// <summary>Computes again what was sealed, from the inputs in the file and the rules of this program.</summary>
    /// <exception cref="FormatException">The findings cannot be computed from the inputs.</exception>
    public static async Task<SealedCase> RepeatAsync(CaseManifest manifest, IReadOnlyList<CaseEntry> entries, CancellationToken cancellation)
    {
        var byName = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        var library = CaseSnapshot.LibraryOf(entries);
        var incident = library.Sealed(manifest.Incident);

        // What the file holds besides is not written again, and so shows as what no result rests on.
        var files = CaseSnapshot.EntriesOf(library, incident);
        var parameters = manifest.Parameters;
        var material = CaseMaterialEntries.Read(byName, manifest);
        var record = parameters.IsPublishedOnly
            ? await CaseRecording.OfAsync(
                material with { Transfers = await OwnTransfers.ReadAsync(incident, cancellation) }, library, incident, parameters.Case, null, cancellation)
            : CaseRecording.RecordOf(byName);
        var log = byName.TryGetValue(CaseNames.Acts, out var acts) ? CaseMaterialEntries.ActsOf(acts) : null;
        var request = new SealRequest
        {
            Parameters = parameters.Case,
            At = manifest.At,
            Previous = manifest.Previous,
            Acts = log,
            Tables = log is null ? [] : DeskTableEntries.Find(byName, log),
            Tool = manifest.Tool,
        };
        return await OfAsync(files, manifest.Incident, material, record, request, cancellation);
    }

    private static async Task<SealedCase> OfAsync(
        IReadOnlyList<CaseEntry> files, string incident, CaseMaterial material, StoreRecord record, SealRequest request, CancellationToken cancellation)
    {
        var library = CaseSnapshot.LibraryOf(files);
        var narrowed = material.To(record, library);
        var inputs = narrowed.Inputs(library, library.Sealed(incident), request.Parameters);
        var findings = await CaseFindings.OfAsync(inputs, null, cancellation);

        // What the findings did not ask for is not sealed, and so shows when a seal is checked.
        var asked = await ((RecordedStore)inputs.Transfers).AskedAsync(cancellation);
        IReadOnlyList<CaseEntry> entries =
        [
            .. files.Concat(CaseRecording.EntriesOf(asked)).Concat(CaseMaterialEntries.Of(narrowed, request.Acts)).Concat(request.Tables)
                .Concat(CaseRules.Tables()).Concat(CaseResults.Of(findings)).Append(CaseReadme.Entry).OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
        var manifest = new CaseManifest
        {
            Incident = incident,
            Tool = request.Tool,
            At = request.At,
            Previous = request.Previous,
            Parameters = new(request.Parameters, narrowed.TransfersName, narrowed.IsPublishedOnly),
            Rules = CaseRules.Of(request.Parameters),
            Cited = narrowed.LabelFiles,
            Entries = [.. entries.Select(entry => CaseListing.Of(entry, narrowed.IsPublishedOnly))],
        };
        return new(manifest, entries, findings);
    }
}
