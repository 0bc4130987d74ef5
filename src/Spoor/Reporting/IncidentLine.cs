using System.Globalization;
using Spoor.Attribution;
using Spoor.Incidents;

namespace Spoor.Reporting;

/// <summary>An incident in a line of a list.</summary>
public sealed record IncidentLine(IncidentFacts Facts)
{
    /// <summary>What somebody else said last was lost; no figure of ours. Null where nobody said anything.</summary>
    public LossStatement? LastStated => Facts.LossStatements.OrderBy(said => said.When).LastOrDefault();

    public int ThiefAddresses => Thieves.Count;

    /// <summary>Of the thief's addresses.</summary>
    public int Chains => Thieves.Select(wallet => wallet.Chain).Distinct().Count();

    /// <summary>Who somebody found to be behind it.</summary>
    public IReadOnlyList<string> Actors => [.. Facts.Findings.Select(finding => finding.Actor).Distinct()];

    private List<IncidentWallet> Thieves => [.. Facts.Wallets.Where(wallet => wallet.Role.SideOf() == MemberSide.Thief)];

    /// <summary>Writes lines as <c>incidents/1</c>, see <c>docs/json.md</c>.</summary>
    public static void WriteJson(IEnumerable<IncidentLine> lines, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "incidents/1");
        json.WriteObjects("incidents", lines, line =>
        {
            json.WriteString("id", line.Facts.Id);
            json.WriteString("victim", line.Facts.Victim);
            json.WriteString("title", line.Facts.Title);
            json.WriteString("started", line.Facts.Started.ToString());
            json.WriteString("usd", line.LastStated?.Usd.ToString(CultureInfo.InvariantCulture));
            json.WriteString("usdBy", line.LastStated?.Who);
            json.WriteNumber("thiefAddresses", line.ThiefAddresses);
            json.WriteNumber("chains", line.Chains);
            json.WriteStartArray("actors");
            line.Actors.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        });
    });
}
