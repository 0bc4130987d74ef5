namespace Spoor.Web.Pages.Cases;

/// <summary>A tab of a case page.</summary>
/// <param name="Key">In the URL.</param>
/// <param name="NeedsFindings">Whether what it shows must be worked out first.</param>
/// <param name="Sections">Which sections of the report it shows.</param>
internal sealed record CaseTab(string Key, string Title, bool NeedsFindings, params IReadOnlyList<string> Sections);

/// <summary>The tabs of a case page, and where they are.</summary>
internal static class CaseTabs
{
    public static IReadOnlyList<CaseTab> All { get; } =
    [
        new("summary", "Summary", true, "summary"),
        new("timeline", "Timeline", true, "timeline"),
        new("loss", "Loss", true, "loss"),
        new("money", "Money", true, "whereabouts", "flow", "transactions"),
        new("evidence", "Evidence", true),
        new("attribution", "Attribution", true, "attribution"),
        new("response", "Response", true, "response", "compensation"),
        new("clock", "Clock", false),
        new("seal", "Seal", false),
        new("report", "Report", false),
        new("sources", "Sources", true, "method", "addresses", "sources"),
    ];

    public static CaseTab Find(string? key) => All.FirstOrDefault(tab => tab.Key == key) ?? All[0];

    /// <summary>Where a tab of a case is.</summary>
    public static string UrlOf(string incident, string tab, DateOnly? asOf)
    {
        string day = asOf is { } known ? $"{(tab == All[0].Key ? "?" : "&")}asOf={known:yyyy-MM-dd}" : "";
        return $"/cases/{Uri.EscapeDataString(incident)}{(tab == All[0].Key ? "" : $"?tab={tab}")}{day}";
    }
}
