using System.Globalization;
using Spoor.Chains.Files.Incidents;
using Spoor.Chains.Files.Losses;
using Spoor.Reporting.Cases.Seals;
using Spoor.Valuation;
using Spoor.Workspace.Cases.Seals;
using Spoor.Workspace.Incidents;

namespace Spoor.Workspace.Cases.Comparing;

/// <summary>What changed in the folders of the incidents: which there are, their files, and of the case's own what the files say.</summary>
public static class IncidentChanges
{
    public static IEnumerable<CaseChange> Between(CaseSide before, CaseSide after)
    {
        var incidents = CaseChanges.Keyed(before.Library.All, after.Library.All, incident => incident.Id, incident => incident.Id)
            .Select(one => Change(one.From is null ? "INCIDENT_ADDED" : "INCIDENT_REMOVED", one)).ToList();
        var both = incidents.Select(change => change.Subject).ToHashSet(StringComparer.Ordinal);
        var files = CaseChanges.Keyed(FilesOf(before), FilesOf(after), entry => entry.Name, entry => entry.Sha256)
            .Where(one => !both.Contains(CaseEntry.TextOf(one.Key.Split('/')[2])))
            .Select(one => Change("INCIDENT_FILE", one));
        return incidents.Concat(files).Concat(OfStatements(before, after)).Concat(OfPrices(before, after));
    }

    private static IEnumerable<CaseChange> OfStatements(CaseSide before, CaseSide after) =>
        CaseChanges.Keyed(StatementsOf(before), StatementsOf(after), said => said.Name, said => said.Usd)
            .Select(one => Change(one.From is null ? "STATEMENT_ADDED" : one.To is null ? "STATEMENT_REMOVED" : "STATEMENT_CHANGED", one));

    private static IEnumerable<(string Name, string Usd)> StatementsOf(CaseSide side) => OwnOf(side).Facts.LossStatements
        .Select(said => ($"{said.Who}, {said.When?.ToString() ?? "no day"}, {said.Scope} ({said.Source})", said.Usd.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<CaseChange> OfPrices(CaseSide before, CaseSide after)
    {
        var left = PricesOf(before);
        var right = PricesOf(after);
        var usd = CaseChanges.Keyed(left, right, NameOf, price => price.Usd.ToString(CultureInfo.InvariantCulture))
            .Select(one => Change(one.From is null ? "PRICE_ADDED" : one.To is null ? "PRICE_REMOVED" : "PRICE_CHANGED", one));
        var source = CaseChanges.Keyed(left, right, NameOf, price => price.Source)
            .Where(one => one.From is not null && one.To is not null)
            .Select(one => Change("PRICE_SOURCE", one));
        return usd.Concat(source);
    }

    private static IReadOnlyList<Price> PricesOf(CaseSide side) =>
        OwnOf(side).Input(IncidentFiles.Prices) is { } file ? PriceFile.Read(file).Prices : [];

    private static string NameOf(Price price) => $"{price.Subject} at {price.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)} ({price.Kind})";

    private static KnownIncident OwnOf(CaseSide side) => side.Library.Sealed(side.Manifest.Incident);

    private static IEnumerable<CaseEntry> FilesOf(CaseSide side) =>
        side.Entries.Values.Where(entry => entry.Name.StartsWith(CaseNames.IncidentFolder, StringComparison.Ordinal));

    private static CaseChange Change(string code, (string Key, string? From, string? To) one) => new(code, InputGroup.Incidents, one.Key, one.From, one.To);
}
