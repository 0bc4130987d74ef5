using System.Text.Encodings.Web;
using System.Text.Json;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>One notice of an alert as <c>alert/1</c>, see <c>docs/json.md</c>: a document on one line, so that a file of them can be followed.</summary>
public static class AlertJson
{
    public const string Format = "alert/1";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document without a line feed; the same notice gives the same bytes.</summary>
    public static byte[] Document(AlertNotice notice)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            Write(notice, json);
        }

        return bytes.ToArray();
    }

    /// <summary>The same inside another document.</summary>
    internal static void Write(AlertNotice notice, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteName(notice, json);
        WriteMovement(notice, json);
        json.WriteNumber("score", notice.Score);
        json.WriteString("hardRule", notice.HardRule.Length == 0 ? null : notice.HardRule);
        json.WriteString("headline", notice.Headline);
        json.WriteString("goneUsd", notice.Gone.ToString());
        json.WriteString("atRiskUsd", notice.AtRisk.ToString());
        WriteTexts(json, "unpriced", notice.Unpriced.Select(asset => asset.ToString()));
        WriteTexts(json, "block", notice.Block.Select(account => Rendered.Account(account.Chain, account.Address)!));
        WriteHashes(json, "transactions", notice.Chain, notice.Transactions);
        json.WriteObjects("signals", notice.Signals, signal => WriteSignal(json, notice.Chain, signal));
        WriteTexts(json, "unchecked", notice.Unchecked);
        json.WriteEndObject();
    }

    private static void WriteName(AlertNotice notice, Utf8JsonWriter json)
    {
        json.WriteString("spoor", Format);
        json.WriteString("alert", notice.Alert);
        json.WriteNumber("number", notice.Number);
        json.WriteString("stage", notice.Stage.ToString());
        json.WriteString("class", notice.Class.ToString());
        json.WriteString("severity", notice.Severity.ToString());
        json.WriteString("owner", notice.Owner);
    }

    private static void WriteMovement(AlertNotice notice, Utf8JsonWriter json)
    {
        json.WriteString("chain", notice.Chain.Value);
        json.WriteString("position", notice.At.ToString());
        json.WriteString("time", Rendered.Moment(notice.Time));
        json.WriteString("tx", notice.Tx.Render(notice.Chain));
    }

    private static void WriteSignal(Utf8JsonWriter json, ChainId chain, Signal signal)
    {
        json.WriteNumber("signal", (int)signal.Kind);
        json.WriteString("name", signal.Kind.ToString());
        json.WriteNumber("weight", signal.Weight);
        json.WriteString("value", signal.Value);
        json.WriteString("threshold", signal.Threshold);
        if (signal.Speaks is { } speaks)
        {
            json.WriteBoolean("speaks", speaks);
        }
        else
        {
            json.WriteNull("speaks");
        }

        json.WriteString("words", signal.Words);
        WriteHashes(json, "evidence", chain, signal.Evidence);
    }

    private static void WriteHashes(Utf8JsonWriter json, string name, ChainId chain, IEnumerable<TxHash> hashes) =>
        WriteTexts(json, name, hashes.Select(hash => hash.Render(chain)));

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
