using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>What a manifest says of an entry besides its hash.</summary>
public static class CaseListing
{
    public static ManifestEntry Of(CaseEntry entry, bool isPublishedOnly) =>
        new(entry.Name, RoleOf(entry.Name), MediaTypeOf(entry.Name), SourceOf(entry.Name, isPublishedOnly), entry.Sha256, entry.Content.Length);

    public static EntryRole RoleOf(string name) =>
        name.StartsWith(CaseNames.ResultFolder, StringComparison.Ordinal) ? EntryRole.Results
        : name.StartsWith(CaseNames.RuleFolder, StringComparison.Ordinal) ? EntryRole.Rule
        : name == CaseNames.Readme ? EntryRole.Note
        : EntryRole.Input;

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".jsonl" => "application/x-ndjson",
        ".yaml" => "application/yaml",
        _ => "text/plain",
    };

    private static string SourceOf(string name, bool isPublishedOnly) => name switch
    {
        CaseNames.Transfers or CaseNames.Answers => isPublishedOnly
            ? "transfers.csv of the incident, as an import reads it"
            : "a store of transfers: what it was asked for this case, and what it answered",
        CaseNames.Legs => "a store of transfers: what bridges took in and paid out",
        CaseNames.FileLabels => "the label files that the manifest cites: their rows about addresses of the case",
        CaseNames.StoreLabels => "a store of labels: those about addresses of the case",
        CaseNames.LabelSources => "a store of labels: their sources and whom these repeat",
        CaseNames.Acts => "the desk of the incident: what was done",
        CaseNames.Readme => "Spoor",
        _ when name.StartsWith(CaseNames.DeskFolder, StringComparison.Ordinal) => "the desk of the incident: a file that an act names by this SHA-256",
        _ => RoleOf(name) switch
        {
            EntryRole.Results => "computed by Spoor from the inputs",
            EntryRole.Rule => "a table that Spoor carries",
            _ => $"the folder of the incident {CaseEntry.TextOf(name[CaseNames.IncidentFolder.Length..].Split('/')[0])}",
        },
    };
}
