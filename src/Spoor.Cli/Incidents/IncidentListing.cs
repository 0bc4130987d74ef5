using Spoor.Cli.Output;
using Spoor.Reporting;

namespace Spoor.Cli.Incidents;

/// <summary>All incidents in a line each, for people.</summary>
internal static class IncidentListing
{
    public static void Write(Terminal terminal, IReadOnlyList<IncidentLine> incidents)
    {
        terminal.Heading($"{Counted.Of(incidents.Count, "incident", "incidents")}, in order of id");
        terminal.Table(
            ["id", "started", "victim", ">USD, as last stated", ">addresses of the thief", ">on chains", "named"],
            incidents.Select(line => (IReadOnlyList<string>)
            [
                line.Facts.Id, line.Facts.Started.DayAlone.ToString(), line.Facts.Victim, line.LastStated is { } said ? Counted.Of(said.Usd) : "",
                Counted.Of(line.ThiefAddresses), Counted.Of(line.Chains), string.Join(", ", line.Actors),
            ]));
        terminal.Line();
        terminal.Line("USD as last stated is what somebody else said; it is no figure of ours. Named means: somebody found so; 'spoor incident show ID' says who.");
    }
}
