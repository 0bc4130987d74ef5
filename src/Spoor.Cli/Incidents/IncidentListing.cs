using System.Globalization;
using Spoor.Attribution;
using Spoor.Cli.Output;
using Spoor.Incidents;
using Spoor.Reporting;

namespace Spoor.Cli.Incidents;

/// <summary>All incidents in a line each, for people and as <c>incidents/1</c>.</summary>
internal static class IncidentListing
{
    public static void Write(Terminal terminal, IReadOnlyList<IncidentFacts> incidents)
    {
        terminal.Heading($"{Counted.Of(incidents.Count, "incident", "incidents")}, in order of id");
        terminal.Table(
            ["id", "started", "victim", ">USD, as last stated", ">addresses of the thief", ">on chains", "named"],
            incidents.Select(facts => (IReadOnlyList<string>)
            [
                facts.Id, facts.Started.DayAlone.ToString(), facts.Victim, LastStated(facts) is { } said ? Counted.Of(said.Usd) : "",
                Counted.Of(Thieves(facts).Count), Counted.Of(ChainsOf(facts)), string.Join(", ", Actors(facts)),
            ]));
        terminal.Line();
        terminal.Line("USD as last stated is what somebody else said; it is no figure of ours. Named means: somebody found so; 'spoor incident show ID' says who.");
    }

    public static void WriteJson(IReadOnlyList<IncidentFacts> incidents, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "incidents/1");
        json.WriteObjects("incidents", incidents, facts =>
        {
            json.WriteString("id", facts.Id);
            json.WriteString("victim", facts.Victim);
            json.WriteString("title", facts.Title);
            json.WriteString("started", facts.Started.ToString());
            json.WriteString("usd", LastStated(facts)?.Usd.ToString(CultureInfo.InvariantCulture));
            json.WriteString("usdBy", LastStated(facts)?.Who);
            json.WriteNumber("thiefAddresses", Thieves(facts).Count);
            json.WriteNumber("chains", ChainsOf(facts));
            json.WriteStartArray("actors");
            Actors(facts).ForEach(json.WriteStringValue);
            json.WriteEndArray();
        });
    });

    private static LossStatement? LastStated(IncidentFacts facts) => facts.LossStatements.OrderBy(said => said.When).LastOrDefault();

    private static List<IncidentWallet> Thieves(IncidentFacts facts) => [.. facts.Wallets.Where(wallet => wallet.Role.SideOf() == MemberSide.Thief)];

    private static int ChainsOf(IncidentFacts facts) => Thieves(facts).Select(wallet => wallet.Chain).Distinct().Count();

    private static List<string> Actors(IncidentFacts facts) => [.. facts.Findings.Select(finding => finding.Actor).Distinct()];
}
