using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Pages.Cases;

/// <summary>A case that a page shows: what was worked out of it, and the report's own words and tables for that.</summary>
public sealed class OpenCase
{
    private readonly Dictionary<string, string> _tabs = new(StringComparer.Ordinal);

    private OpenCase(KnownIncident incident, DateOnly? asOf, CaseFindings findings)
    {
        (Incident, AsOf, Findings) = (incident, asOf, findings);
        Document = CaseReport.Of(findings, DeskNotes.None);
        Links = CaseReport.LinksOf(findings);
        foreach (var (section, tab) in Document.Sections.SelectMany(section => CaseTabs.All.Where(tab => tab.Sections.Contains(section.Id)), (section, tab) => (section, tab.Key)))
        {
            Place(section, tab);
        }
    }

    public KnownIncident Incident { get; }

    public DateOnly? AsOf { get; }

    public CaseFindings Findings { get; }

    public Document Document { get; }

    /// <summary>What ties it to other incidents.</summary>
    public Section Links { get; }

    public static OpenCase Of(KnownIncident incident, DateOnly? asOf, CaseFindings findings) => new(incident, asOf, findings);

    public Section SectionOf(string id) => Document.Sections.First(section => section.Id == id);

    public Section? PartOf(string section, string id) => SectionOf(section).Parts.FirstOrDefault(part => part.Id == id);

    public Table? TableOf(string id) => Document.Tables.FirstOrDefault(table => table.Id == id);

    /// <summary>Where a reference of the document leads: to the tab that shows it; null where none does.</summary>
    public string? Leads(string anchor) => _tabs.TryGetValue(anchor, out string? tab) ? $"{UrlOf(tab)}#{anchor}" : null;

    public string UrlOf(string tab) => CaseTabs.UrlOf(Incident.Id, tab, AsOf);

    private void Place(Section section, string tab)
    {
        _tabs.TryAdd(section.Id, tab);
        foreach (var piece in section.Pieces)
        {
            if (piece is Piece.Grid { Table: var table })
            {
                _tabs.TryAdd(table.Id, tab);
                table.Rows.Select(row => row.Anchor).OfType<string>().ToList().ForEach(anchor => _tabs.TryAdd(anchor, tab));
            }
            else if (piece is Piece.Picture { Figure: var figure })
            {
                _tabs.TryAdd(figure.Id, tab);
            }
        }

        section.Parts.ToList().ForEach(part => Place(part, tab));
    }
}
