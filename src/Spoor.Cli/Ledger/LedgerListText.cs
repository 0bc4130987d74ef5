using Spoor.Cli.Output;
using Spoor.Incidents.Ledger;

namespace Spoor.Cli.Ledger;

/// <summary>Incidents, the entries that tell them, and why these are held for one.</summary>
internal static class LedgerListText
{
    public static void Write(Terminal terminal, IReadOnlyList<LedgerIncident> incidents)
    {
        terminal.Heading($"{Counted.Of(incidents.Count, "incident", "incidents")} told by {Counted.Of(incidents.Sum(incident => incident.Entries.Count), "entry", "entries")}");
        List<string[]> rows = [.. incidents.SelectMany(Rows)];
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];
        int next = 0;
        foreach (var incident in incidents)
        {
            foreach (string[] row in rows.Skip(next).Take(incident.Entries.Count))
            {
                terminal.Line($"  {row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadRight(widths[2])}  {row[3].PadRight(widths[3])}  {row[4]}".TrimEnd());
            }

            incident.Reasons.ToList().ForEach(reason => terminal.Line($"      {reason}"));
            next += incident.Entries.Count;
        }
    }

    private static IEnumerable<string[]> Rows(LedgerIncident incident) =>
        incident.Entries.Select((entry, place) => place == 0
            ? new[] { entry.Date.ToString(), UsdOf(entry.Usd, entry.Stated), entry.Victim, entry.Id, incident.Category.Id }
            : [entry.Date.ToString(), UsdOf(entry.Usd, entry.Stated), $"= {entry.Victim}", entry.Id, ""]);

    private static string UsdOf(decimal? usd, string stated) =>
        usd is { } known ? known.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)
        : stated.Length is > 0 and <= 20 ? $"'{stated}'"
        : "not stated";
}
