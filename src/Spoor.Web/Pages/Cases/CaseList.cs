using Spoor.Reporting;
using Spoor.Response;
using Spoor.Response.Clock;
using Spoor.Response.Suspensions;
using Spoor.Web.Cases;
using Spoor.Workspace;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Pages.Cases;

/// <summary>Which cases a list shows, and in which order; all of it lies in the URL.</summary>
internal sealed record CaseList(string Text, string Year, string Actor, bool Own, bool Open, string Sort)
{
    public const string Newest = "-date";

    /// <summary>The columns, each with what sorts it.</summary>
    public static IReadOnlyList<(string Key, string Title, bool IsNumber)> Columns { get; } =
        [("date", "Date", false), ("name", "Theft from", false), ("loss", "Stated loss, USD", true), ("actor", "Attributed to", false), ("response", "Response", false)];

    private string Key => Sort.TrimStart('-');

    private bool Falls => Sort.StartsWith('-');

    /// <summary>The cases that fit, in order.</summary>
    public IReadOnlyList<CaseRow> Of(IEnumerable<CaseRow> all)
    {
        var fitting = all.Where(Fits);
        var sorted = Key switch
        {
            "name" => fitting.OrderBy(row => row.Line.Facts.Victim, StringComparer.OrdinalIgnoreCase),
            "loss" => fitting.OrderBy(row => row.Line.LastStated?.Usd ?? -1),
            "actor" => fitting.OrderBy(row => string.Join(", ", row.Line.Actors), StringComparer.OrdinalIgnoreCase),
            "response" => fitting.OrderBy(row => row.Response, StringComparer.Ordinal),
            _ => fitting.OrderBy(row => row.Line.Facts.Started),
        };
        var total = sorted.ThenBy(row => row.Line.Facts.Started).ThenBy(row => row.Line.Facts.Id, StringComparer.Ordinal);
        return Falls ? [.. total.Reverse()] : [.. total];
    }

    /// <summary>The same sorted by a column; the other way round where it is already.</summary>
    public CaseList SortedBy(string key) => this with { Sort = Key == key ? (Falls ? key : $"-{key}") : key is "date" or "loss" ? $"-{key}" : key };

    public string? SortOf(string key) => Key != key ? null : Falls ? "descending" : "ascending";

    public string ArrowOf(string key) => Key != key ? "" : Falls ? " ↓" : " ↑";

    public string ToUrl()
    {
        (string Name, string Value)[] parts = [("q", Text), ("year", Year), ("actor", Actor), ("own", Own ? "1" : ""), ("open", Open ? "1" : ""), ("sort", Sort == Newest ? "" : Sort)];
        string query = string.Join('&', parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return query.Length == 0 ? "/cases" : $"/cases?{query}";
    }

    private bool Fits(CaseRow row) =>
        (!Own || row.IsOwn)
        && (!Open || row.Response.Length > 0)
        && (Year.Length == 0 || row.Year == Year)
        && (Actor.Length == 0 || row.Line.Actors.Contains(Actor))
        && (Text.Length == 0 || new[] { row.Line.Facts.Id, row.Line.Facts.Victim, row.Line.Facts.Title }.Concat(row.Line.Actors).Any(text => text.Contains(Text, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>A case in the list.</summary>
/// <param name="Response">How the response stands, in few words; empty where there is none.</param>
internal sealed record CaseRow(IncidentLine Line, bool IsOwn, string Response)
{
    public string Year => $"{Line.Facts.Started.Day.Year}";

    public static CaseRow Of(KnownIncident incident, Workbench workbench, ResponseActs acts) => new(
        new(incident.Facts), incident.Folder is not null, File.Exists(workbench.Desk.LogOf(incident.Id)) ? WordsOf(acts.StateOf(incident.Id)) : "");

    private static string WordsOf(ResponseState state)
    {
        int suspended = state.Suspensions.Count(standing => standing.Confirmed == SuspensionWish.Suspend);
        int asked = state.Suspensions.Count(standing => !standing.IsConfirmed);
        var next = state.Clock.Next(state.Now);
        List<string> words = [.. suspended > 0 ? [$"{suspended} suspended"] : Array.Empty<string>(), .. asked > 0 ? [$"{asked} asked"] : Array.Empty<string>()];
        if (next is not null)
        {
            words.Add(next.At(state.Now) == DutyState.Overdue ? $"overdue: {next.Name}" : $"due: {next.Name}");
        }

        return words.Count > 0 ? string.Join(", ", words) : NumberText.Of(state.Log.Acts.Count, "act", "acts");
    }
}
