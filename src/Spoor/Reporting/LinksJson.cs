using System.Text.Json;
using Spoor.Attribution;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>A search for links as <c>links/1</c>, the contract of <c>docs/json.md</c>.</summary>
public static class LinksJson
{
    /// <summary>Writes the whole document; the same report gives the same bytes.</summary>
    /// <param name="all">Refuted links too.</param>
    /// <param name="labelFiles">Where labels of the request come from, besides the store.</param>
    public static void Write(LinkReport report, bool all, Stream output, IReadOnlyList<CitedFile> labelFiles) => JsonText.Write(output, json =>
    {
        var request = report.Request;
        json.WriteString("spoor", "links/1");
        json.WriteString("case", request.Case.Id);
        json.WriteString("victim", request.Case.Victim);
        json.WriteNumber("compared", report.Compared);
        LinkRequestJson.Write(json, request, labelFiles);
        json.WriteStartObject("found");
        json.WriteNumber("claimed", report.Of(LinkStanding.Claimed).Count());
        json.WriteNumber("candidates", report.Of(LinkStanding.Candidate).Count());
        json.WriteNumber("refuted", report.Of(LinkStanding.Refuted).Count());
        json.WriteEndObject();
        json.WriteObjects("links", report.Links.Where(link => all || link.Standing != LinkStanding.Refuted), link => Write(json, link));
        json.WriteObjects("routes", report.Routes, route =>
        {
            json.WriteStartArray("cases");
            route.Cases.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteNumber("weakest", route.Links.Min(link => link.Weight));
        });
    });

    /// <summary>The members of one link.</summary>
    public static void Write(Utf8JsonWriter json, Link link)
    {
        json.WriteString("standing", Name(link.Standing));
        json.WriteString("kind", KindName(link.Kind));
        json.WriteString("evidence", link.Evidence);
        json.WriteNumber("log10", link.Weight);
        json.WriteString("pivot", link.PivotText);
        json.WriteString("verdict", link.Verdict);
        json.WriteString("known", link.Known is { } day ? Written.Day(day) : null);
        json.WriteNumber("witnesses", link.Witnesses);
        Write(json, "here", link.Here);
        Write(json, "there", link.There);
        CheckJson.Write(json, link.Checks);
        json.WriteObjects("transactions", link.Transactions, one =>
        {
            json.WriteString("chain", one.Chain.Value);
            json.WriteString("tx", one.Tx.Render(one.Chain));
        });
        json.WriteObjects("labels", link.Labels, label =>
        {
            json.WriteString("subject", label.Subject.ToString());
            json.WriteString("name", label.Name);
            json.WriteString("category", label.Category);
            json.WriteString("source", label.Source);
        });
    }

    private static void Write(Utf8JsonWriter json, string name, LinkSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("case", side.Case);
        WriteTexts(json, "chains", side.Chains);
        WriteTexts(json, "sources", side.Sources);
        json.WriteObjects("paths", side.Paths, path =>
        {
            json.WriteString("start", path.Start.Subject.ToString());
            json.WriteString("role", path.Start.Role);
            WriteTexts(json, "sources", path.Sources);
            json.WriteObjects("steps", path.Steps, step => Write(json, step));
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Transfer step)
    {
        json.WriteString("chain", step.Chain.Value);
        json.WriteString("tx", step.Tx.Render(step.Chain));
        json.WriteNumber("block", step.Position.Block);
        json.WriteString("time", step.IsTimed ? Rendered.Moment(step.Time) : null);
        json.WriteString("from", Rendered.Account(step.Chain, step.From));
        json.WriteString("to", Rendered.Account(step.Chain, step.To));
        json.WriteString("asset", step.Asset.ToString());
        json.WriteString("amount", step.Amount.ToString());
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        texts.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static string Name(LinkStanding standing) => standing.ToString().ToLowerInvariant();

    private static string KindName(LinkKind kind) => kind switch
    {
        LinkKind.SameKey => "same-key",
        LinkKind.Flow => "flow",
        LinkKind.SharedDeposit => "shared-deposit",
        LinkKind.CommonFunder => "common-funder",
        LinkKind.CommonCollector => "common-collector",
        LinkKind.CommonCounterparty => "common-counterparty",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind that links/1 has no word for."),
    };
}
