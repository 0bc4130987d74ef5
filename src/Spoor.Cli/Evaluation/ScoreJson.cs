using System.Text.Json;
using Spoor.Tracing.Evaluation;

namespace Spoor.Cli.Evaluation;

/// <summary>Scores for programs: <c>{"rows":[…]}</c>, shares to four decimals, null where a case has no truth for one.</summary>
internal static class ScoreJson
{
    public static void Write(Stream output, IReadOnlyList<ScoreRow> rows)
    {
        WriteRows(output, rows);
        output.WriteByte((byte)'\n');
    }

    private static void WriteRows(Stream output, IReadOnlyList<ScoreRow> rows)
    {
        using var json = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            Write(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScoreRow row)
    {
        json.WriteStartObject();
        json.WriteString("case", row.Score.Case);
        json.WriteString("rule", row.Score.Rule);
        json.WriteNumber("noise", row.Noise);
        WriteShare(json, "addressRecall", row.Score.AddressRecall);
        WriteShare(json, "terminalRecall", row.Score.TerminalRecall);
        WriteShare(json, "valueCoverage", row.Score.ValueCoverage);
        WriteShare(json, "reachable", row.Score.Reachable);
        WriteShare(json, "coverageOfReachable", row.Score.CoverageOfReachable);
        WriteShare(json, "precision", row.Score.Precision);
        WriteShare(json, "falsePositiveRate", row.Score.FalsePositiveRate);
        json.WriteNumber("nodes", row.Score.Nodes);
        json.WriteNumber("milliseconds", decimal.Round(row.Milliseconds, 3));
        json.WriteString("difference", row.Difference?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        WriteMissed(json, row.Missed);
        json.WriteEndObject();
    }

    private static void WriteMissed(Utf8JsonWriter json, IReadOnlyList<MissedFlow> missed)
    {
        json.WriteStartArray("missed");
        foreach (var (flow, reason) in missed)
        {
            json.WriteStartObject();
            json.WriteString("tx", flow.Tx.Render(flow.Chain));
            json.WriteString("amount", flow.Amount.ToString());
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteShare(Utf8JsonWriter json, string name, Ratio? share)
    {
        if (share is { } known)
        {
            json.WriteNumber(name, known.Rounded);
            return;
        }

        json.WriteNull(name);
    }
}
