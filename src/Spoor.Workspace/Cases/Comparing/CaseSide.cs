using System.Text.Json;
using Spoor.Records;
using Spoor.Reporting.Cases.Seals;
using Spoor.Transfers.Recording;
using Spoor.Workspace.Cases.Seals;
using Spoor.Workspace.Incidents;

namespace Spoor.Workspace.Cases.Comparing;

/// <summary>One of two case files that are compared: whole, and read as far as comparing needs it.</summary>
public sealed class CaseSide
{
    private readonly Lazy<IncidentLibrary> _library;
    private readonly Lazy<StoreRecord> _record;

    private CaseSide(OpenedCase opened)
    {
        Id = opened.Id!;
        Manifest = opened.Manifest!;
        ManifestJson = CanonicalJson.Read(opened.Entries[0].Content);
        Entries = opened.Content.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        _library = new(() => CaseSnapshot.LibraryOf(Entries.Values));
        _record = new(() => CaseRecording.RecordOf(Entries));
    }

    public string Id { get; }

    public CaseManifest Manifest { get; }

    public JsonElement ManifestJson { get; }

    public IReadOnlyDictionary<string, CaseEntry> Entries { get; }

    public IncidentLibrary Library => _library.Value;

    public StoreRecord Record => _record.Value;

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, string?> Figures => FiguresOf(Entries.TryGetValue(CaseNames.Figures, out var entry) ? entry.Content : default);

    /// <exception cref="FormatException">The file is not whole.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CaseSide Read(string path) => Of(OpenedCase.Read(path), Path.GetFileName(path));

    /// <param name="name">What a refusal calls the file.</param>
    /// <exception cref="FormatException">The file is not whole.</exception>
    public static CaseSide Of(OpenedCase opened, string name) => opened.Faults.Count == 0
        ? new(opened)
        : throw new FormatException($"{name} is not whole, so it says nothing that could be compared: {opened.Faults[0].Text} 'spoor case verify' tells more.");

    /// <summary>The bytes of an entry; none where the case has no such entry.</summary>
    public ReadOnlyMemory<byte> Content(string name) => Entries.TryGetValue(name, out var entry) ? entry.Content : default;

    public static IReadOnlyDictionary<string, string?> FiguresOf(ReadOnlyMemory<byte> json)
    {
        var figures = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        if (json.IsEmpty)
        {
            return figures;
        }

        using var document = JsonDocument.Parse(json, new() { MaxDepth = 8 });
        foreach (var figure in document.RootElement.GetProperty("figures").EnumerateArray())
        {
            figures[figure.GetProperty("name").GetString() ?? ""] = figure.GetProperty("value").GetString();
        }

        return figures;
    }
}
