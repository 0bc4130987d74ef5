using System.Globalization;
using System.Text.Json;
using Spoor.Attribution;
using Spoor.Incidents;
using Spoor.Labels;

namespace Spoor.Reporting;

/// <summary>The facts of an incident as <c>incident/1</c>, described in <c>docs/json.md</c>.</summary>
public sealed class IncidentJson
{
    private readonly Utf8JsonWriter _json;

    private IncidentJson(Utf8JsonWriter json) => _json = json;

    public static void Write(IncidentFacts facts, Stream output) => JsonText.Write(output, json => new IncidentJson(json).WriteMembers(facts));

    private void WriteMembers(IncidentFacts facts)
    {
        _json.WriteString("spoor", "incident/1");
        _json.WriteString("id", facts.Id);
        _json.WriteString("victim", facts.Victim);
        _json.WriteString("title", facts.Title);
        _json.WriteString("started", facts.Started.ToString());
        _json.WriteString("ended", facts.Ended?.ToString());
        _json.WriteString("discovered", facts.Discovered?.ToString());
        WriteStated("cause", facts.Cause);
        _json.WriteStartObject("categories");
        facts.Categories.ToList().ForEach(category => _json.WriteString(category.Vocabulary, category.Word));
        _json.WriteEndObject();
        _json.WriteObjects("timeline", facts.Timeline, Write);
        _json.WriteObjects("lossStatements", facts.LossStatements, Write);
        _json.WritePropertyName("rescue");
        Write(facts.Rescue);
        _json.WriteObjects("findings", facts.Findings, Write);
        _json.WriteObjects("wallets", facts.Wallets, Write);
        _json.WriteObjects("totals", facts.Totals, Write);
        _json.WriteObjects("sources", facts.Sources, Write);
    }

    private void Write(IncidentEvent happened)
    {
        _json.WriteString("when", happened.When.ToString());
        _json.WriteString("what", happened.What);
        WriteKeys("sources", happened.Source.Split(';'));
    }

    private void Write(LossStatement said)
    {
        _json.WriteString("when", said.When?.ToString());
        _json.WriteString("who", said.Who);
        _json.WriteString("usd", said.Usd.ToString(CultureInfo.InvariantCulture));
        WriteStated("scope", said.Scope);
        WriteKeys("sources", said.Source.Split(';'));
    }

    private void Write(Rescue? rescue)
    {
        if (rescue is null)
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartObject();
        _json.WriteString("chain", rescue.Chain);
        _json.WriteString("address", rescue.Address);
        WriteStated("note", rescue.Note);
        _json.WriteObjects("statements", rescue.Statements, Write);
        _json.WriteEndObject();
    }

    private void Write(Finding finding)
    {
        _json.WriteString("actor", finding.Actor);
        _json.WriteString("source", finding.Source);
        _json.WriteString("made", $"{finding.Made:yyyy-MM-dd}");
        _json.WriteString("statement", finding.Statement);
    }

    private void Write(IncidentWallet wallet)
    {
        _json.WriteString("chain", wallet.Chain);
        _json.WriteString("address", wallet.Address);
        _json.WriteString("role", wallet.Role.NameOf());
        WriteStated("name", wallet.Name);
        WriteStated("note", wallet.Note);
        WriteKeys("sources", wallet.Sources);
    }

    private void Write(PublishedTotal total)
    {
        _json.WriteString("statement", total.Statement);
        WriteStated("chain", total.Chain);
        WriteStated("symbol", total.Asset);
        WriteStated("address", total.Address);
        _json.WriteString("coins", total.Amount?.ToString(CultureInfo.InvariantCulture));
        _json.WriteString("usd", total.Usd?.ToString(CultureInfo.InvariantCulture));
        _json.WriteString("asOf", total.AsOf.ToString());
        WriteStated("note", total.Note);
        WriteKeys("sources", total.Source.Split(';'));
    }

    private void Write(Citation source)
    {
        _json.WriteString("key", source.Key);
        _json.WriteString("kind", source.Kind.ToString().ToLowerInvariant());
        _json.WriteString("title", source.Title);
        WriteStated("url", source.Url);
        _json.WriteString("published", source.Published is { } day ? $"{day:yyyy-MM-dd}" : null);
        WriteStated("grade", source.Grade);
        WriteKeys("derivedFrom", source.DerivedFrom);
    }

    private void WriteKeys(string name, IEnumerable<string> keys)
    {
        _json.WriteStartArray(name);
        keys.ToList().ForEach(_json.WriteStringValue);
        _json.WriteEndArray();
    }

    private void WriteStated(string name, string text) => _json.WriteString(name, text.Length == 0 ? null : text);
}
