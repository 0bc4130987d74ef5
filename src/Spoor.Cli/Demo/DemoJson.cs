using System.Globalization;
using System.Text.Json;
using Spoor.Incidents;
using Spoor.Labels;
using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Cli.Demo;

/// <summary>The published theft as <c>demo/1</c>, described in <c>docs/json.md</c>.</summary>
internal sealed class DemoJson
{
    private readonly PublishedTheft _theft;
    private readonly CaseAnswers _answers;
    private readonly WatchedTheft _watched;
    private readonly Utf8JsonWriter _json;

    private DemoJson(PublishedTheft theft, CaseAnswers answers, WatchedTheft watched, Utf8JsonWriter json)
    {
        _watched = watched;
        _theft = theft;
        _answers = answers;
        _json = json;
    }

    public static void Write(PublishedTheft theft, CaseAnswers answers, WatchedTheft watched, Stream output) =>
        JsonText.Write(output, json => new DemoJson(theft, answers, watched, json).WriteMembers());

    private void WriteMembers()
    {
        var facts = _theft.Facts;
        _json.WriteString("spoor", "demo/1");
        _json.WriteString("id", facts.Id);
        _json.WriteString("victim", facts.Victim);
        _json.WriteString("title", facts.Title);
        _json.WriteString("started", facts.Started.ToString());
        _json.WriteString("cause", facts.Cause);
        _json.WriteObjects("timeline", facts.Timeline, Write);
        _json.WriteObjects("transactions", _theft.Transfers, Write);
        _json.WriteObjects("wallets", facts.Wallets, Write);
        _json.WriteObjects("totals", facts.Totals.Where(total => !IsRescued(total)), Write);
        _json.WriteObjects("lossStatements", facts.LossStatements, Write);
        _json.WriteStartObject("rescue");
        Write(_theft.Rescue);
        _json.WriteEndObject();
        _json.WriteObjects("sources", facts.Sources, Write);
        WriteTrace();
        WriteDocument("links", output => LinksJson.Write(_answers.Links, false, output, []));
        _json.WriteStartArray("attributions");
        foreach (var (_, answer) in _answers.Attributions)
        {
            _json.WriteDocument(output => AssessmentJson.Write(answer, output));
        }

        _json.WriteEndArray();
        WriteDocument("loss", output => LossJson.Write(_answers.Loss, _answers.PriceFiles, output));
        WriteDocument("tally", output => LedgerTallyJson.Write(_answers.Tally, _answers.Comparison, true, output));
        WriteDocument("backtest", output => BacktestJson.Write(_watched.Report, output));
        _json.WritePropertyName("alert");
        if (_watched.Outcome.Alert is { } alert)
        {
            _json.WriteRawValue(AlertJson.Document(alert.Notice));
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    private void WriteDocument(string name, Action<Stream> write)
    {
        _json.WritePropertyName(name);
        _json.WriteDocument(write);
    }

    private void Write(IncidentEvent entry)
    {
        _json.WriteString("when", entry.When.ToString());
        _json.WriteString("what", entry.What);
        WriteSources(entry.Source);
    }

    private void Write(Transfer transfer)
    {
        _json.WriteString("chain", transfer.Chain.Value);
        _json.WriteString("tx", transfer.Tx.Render(transfer.Chain));
        _json.WriteString("time", Rendered.Moment(transfer.Time));
        _json.WriteString("from", Rendered.Account(transfer.Chain, transfer.From));
        _json.WriteString("to", Rendered.Account(transfer.Chain, transfer.To));
        _json.WriteString("asset", transfer.Asset.ToString());
        _json.WriteString("amount", transfer.Amount.ToString());
        _json.WriteString("quality", transfer.Quality.ToString().ToLowerInvariant());
    }

    private void Write(IncidentWallet wallet)
    {
        _json.WriteString("chain", wallet.Chain);
        _json.WriteString("address", wallet.Address);
        _json.WriteString("role", wallet.Role.NameOf());
        _json.WriteString("name", wallet.Name);
        _json.WriteString("note", Stated(wallet.Note));
        WriteSources(wallet.Source);
    }

    private void Write(PublishedTotal total)
    {
        _json.WriteString("statement", total.Statement);
        _json.WriteString("chain", total.Chain);
        _json.WriteString("symbol", Stated(total.Asset));
        _json.WriteString("address", Stated(total.Address));
        _json.WriteString("coins", total.Amount?.ToString(CultureInfo.InvariantCulture));
        _json.WriteString("usd", total.Usd?.ToString(CultureInfo.InvariantCulture));
        _json.WriteString("asOf", total.AsOf.ToString());
        _json.WriteString("note", Stated(total.Note));
        WriteSources(total.Source);
    }

    private void Write(LossStatement said)
    {
        _json.WriteString("when", said.When?.ToString());
        _json.WriteString("who", said.Who);
        _json.WriteString("usd", said.Usd.ToString(CultureInfo.InvariantCulture));
        _json.WriteString("scope", said.Scope);
        WriteSources(said.Source);
    }

    private void Write(Rescue rescue)
    {
        _json.WriteString("chain", rescue.Chain);
        _json.WriteString("address", rescue.Address);
        _json.WriteString("note", rescue.Note);
        _json.WriteObjects("statements", rescue.Statements, Write);
        _json.WriteObjects("totals", _theft.Facts.Totals.Where(IsRescued), Write);
    }

    private void Write(Citation source)
    {
        _json.WriteString("key", source.Key);
        _json.WriteString("kind", source.Kind.ToString().ToLowerInvariant());
        _json.WriteString("title", source.Title);
        _json.WriteString("url", source.Url);
    }

    private void WriteTrace()
    {
        using var document = new MemoryStream();
        TraceJson.Write(_theft.Trace, _theft.Bounds, document);
        document.Position = 0;
        using var trace = JsonDocument.Parse(document);
        _json.WritePropertyName("trace");
        trace.RootElement.WriteTo(_json);
    }

    private void WriteSources(string keys)
    {
        _json.WriteStartArray("sources");
        foreach (string key in keys.Split(';'))
        {
            _json.WriteStringValue(key);
        }

        _json.WriteEndArray();
    }

    private bool IsRescued(PublishedTotal total) =>
        (total.Chain, total.Address) == (_theft.Rescue.Chain, _theft.Rescue.Address);

    private static string? Stated(string text) => text.Length == 0 ? null : text;
}
