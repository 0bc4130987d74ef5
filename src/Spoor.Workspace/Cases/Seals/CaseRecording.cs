using System.Text;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Cases.Seals;
using Spoor.Tracing;
using Spoor.Transfers.Recording;
using Spoor.Workspace.Incidents;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>Finds out which answers of a store the findings of a case rest on.</summary>
public static class CaseRecording
{
    /// <summary>The least record from which the same findings follow, whatever sort of store was asked.</summary>
    /// <remarks>
    /// A search that reads in batches also asks what it does not need in the end. So the findings are computed once more over what was
    /// recorded, one question at a time, and only what that asks is kept.
    /// </remarks>
    public static async Task<StoreRecord> OfAsync(
        CaseMaterial material, IncidentLibrary library, KnownIncident incident, CaseParameters parameters, IProgress<TraceProgress>? progress, CancellationToken cancellation)
    {
        var inputs = material.Inputs(library, incident, parameters);
        var recording = new RecordingTransferStore(material.Transfers);
        await CaseFindings.OfAsync(inputs with { Transfers = recording }, progress, cancellation);
        return await AskedAsync(inputs, new(recording.Record()), cancellation);
    }

    public static CaseEntry[] EntriesOf(StoreRecord record) =>
    [
        Table(CaseNames.Answers, output => AnswerTable.Write(output, record)),
        Table(CaseNames.Transfers, output => TransferTable.Write(output, record.Transfers)),
    ];

    /// <exception cref="FormatException">An entry is missing or not as it should be.</exception>
    public static StoreRecord RecordOf(IReadOnlyDictionary<string, CaseEntry> entries)
    {
        using var transfers = Open(entries, CaseNames.Transfers);
        using var answers = Open(entries, CaseNames.Answers);
        return AnswerTable.Read(CaseNames.Answers, answers, TransferTable.Read(CaseNames.Transfers, transfers));
    }

    private static async Task<StoreRecord> AskedAsync(CaseInputs inputs, RecordedStore store, CancellationToken cancellation)
    {
        await CaseFindings.OfAsync(inputs with { Transfers = store }, null, cancellation);
        return await store.AskedAsync(cancellation);
    }

    private static TextReader Open(IReadOnlyDictionary<string, CaseEntry> entries, string name) =>
        entries.TryGetValue(name, out var entry) ? entry.OpenText() : throw new FormatException($"Expected the entry {name}, found none.");

    private static CaseEntry Table(string name, Action<TextWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        return new(name, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
