using System.Text.Json;
using Spoor.Reporting;
using Spoor.Tracing.Bridges;

namespace Spoor.Cli.Bridges;

/// <summary>A matching for programs: <c>bridge-match/1</c>.</summary>
internal static class BridgeMatchJson
{
    public static void Write(BridgeMatchReport report, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "bridge-match/1");
        WriteParameters(json, report.Windows);
        json.WriteObjects("files", report.Files, file =>
        {
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteNumber("deposits", report.Matches.Deposits.Count);
        json.WriteNumber("payouts", report.Payouts);
        json.WriteNumber("matched", report.Matched);
        json.WriteNumber("ambiguous", report.Ambiguous);
        json.WriteNumber("unmatched", report.Unmatched);
        WriteMaybe(json, "missed", report.HasTruth ? report.Missed : null);
        json.WriteNumber("unclaimed", report.Matches.Unclaimed.Count);
        json.WriteObjects("methods", report.Methods, method => WriteMethod(json, method, report.HasTruth));
        json.WriteObjects("matches", report.Matches.Deposits, match => WriteMatch(json, report, match));
    });

    private static void WriteParameters(Utf8JsonWriter json, BridgeWindows windows)
    {
        json.WriteStartObject("parameters");
        json.WriteBoolean("ids", windows.Ids);
        json.WriteBoolean("fields", windows.Fields);
        json.WriteNumber("fieldWindowSeconds", (long)windows.FieldWindow.TotalSeconds);
        json.WriteNumber("searchWindowSeconds", (long)windows.SearchWindow.TotalSeconds);
        json.WriteNumber("polygonSearchWindowSeconds", (long)windows.PolygonSearchWindow.TotalSeconds);
        json.WriteNumber("maxFeePpm", windows.MaxFeePpm);
        json.WriteEndObject();
    }

    private static void WriteMethod(Utf8JsonWriter json, BridgeMethodScore method, bool hasTruth)
    {
        json.WriteString("method", BridgeMatchText.Name(method.Method));
        json.WriteNumber("matched", method.Matched);
        json.WriteNumber("byExclusion", method.ByExclusion);
        json.WriteNumber("ambiguous", method.Ambiguous);
        WriteMaybe(json, "right", hasTruth ? method.Right : null);
        WriteMaybe(json, "wrong", hasTruth ? method.Wrong : null);
        WriteMaybe(json, "wrongByExclusion", hasTruth ? method.WrongByExclusion : null);
        WriteMaybe(json, "firstIsRight", hasTruth ? method.FirstIsRight : null);
        WriteMaybe(json, "keptIsRight", hasTruth ? method.KeptIsRight : null);
    }

    private static void WriteMatch(Utf8JsonWriter json, BridgeMatchReport report, BridgeMatch match)
    {
        json.WriteString("chain", match.Deposit.Chain.Value);
        json.WriteString("tx", match.Deposit.Tx.Render(match.Deposit.Chain));
        json.WriteString("outcome", Outcome(match.Outcome));
        json.WriteString("method", match.Method is { } method ? BridgeMatchText.Name(method) : null);
        json.WriteBoolean("byExclusion", match.ByExclusion);
        json.WriteBoolean("crowded", match.IsCrowded);
        json.WriteNumber("fitting", match.Fitting);
        json.WriteObjects("candidates", match.Candidates, candidate =>
        {
            json.WriteString("chain", candidate.Payout.Chain.Value);
            json.WriteString("tx", candidate.Payout.Tx.Render(candidate.Payout.Chain));
            json.WriteNumber("rank", candidate.Rank);
            json.WriteNumber("weightPpm", candidate.WeightPpm);
            WriteMaybe(json, "right", report.IsRight(match.Deposit, candidate.Payout));
        });
    }

    public static string Outcome(BridgeOutcome outcome) => outcome switch
    {
        BridgeOutcome.Matched => "matched",
        BridgeOutcome.Ambiguous => "ambiguous",
        BridgeOutcome.Unmatched => "unmatched",
        BridgeOutcome.Refunded => "refunded",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without a name."),
    };

    private static void WriteMaybe(Utf8JsonWriter json, string name, int? number)
    {
        json.WritePropertyName(name);
        if (number is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteMaybe(Utf8JsonWriter json, string name, bool? truth)
    {
        json.WritePropertyName(name);
        if (truth is { } known)
        {
            json.WriteBooleanValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
