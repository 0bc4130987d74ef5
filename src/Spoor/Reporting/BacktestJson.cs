using System.Text.Json;
using Spoor.Detection.Backtest;

namespace Spoor.Reporting;

/// <summary>A back-test as JSON, format <c>backtest/1</c>; described in <c>docs/backtest.schema.json</c>.</summary>
public static class BacktestJson
{
    public static void Write(BacktestReport report, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "backtest/1");
        WriteHistory(json, report.History);
        json.WriteStartObject("detector");
        WriteSummary(json, report.Detector);
        json.WriteObjects("thefts", report.Detector.Outcomes, incident => WriteIncident(json, incident));
        json.WriteObjects("owners", report.Detector.Owners, owner => WriteOwner(json, owner));
        json.WriteEndObject();
        json.WriteObjects("yardsticks", report.Yardsticks, yardstick =>
        {
            WriteSummary(json, yardstick);
            WriteJudged(json, yardstick.Judged);
        });
        json.WriteObjects("curve", report.Curve, point =>
        {
            json.WriteNumber("threshold", point.Threshold);
            WriteSummary(json, point.Outcome);
        });
        json.WriteObjects("leftOut", report.LeftOut, left =>
        {
            json.WriteString("incident", left.Incident);
            WriteRate(json, "threshold", left.Threshold);
            json.WriteBoolean("found", left.IsFound);
            json.WriteBoolean("foundBySecond", left.IsFoundByTheSecond);
        });
    });

    private static void WriteHistory(Utf8JsonWriter json, BacktestHistory history)
    {
        json.WriteStartObject("history");
        json.WriteNumber("transfers", history.Transfers);
        json.WriteNumber("blocks", history.Blocks);
        json.WriteString("first", history.First.UtcDateTime);
        json.WriteString("last", history.Last.UtcDateTime);
        json.WriteObjects("unplaced", history.Unplaced.OrderBy(chain => chain.Key), chain =>
        {
            json.WriteString("chain", chain.Key.Value);
            json.WriteNumber("transactions", chain.Value);
        });
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, BacktestResult result)
    {
        json.WriteString("watch", result.Watch);
        json.WriteNumber("found", result.Found);
        json.WriteNumber("foundBySecond", result.FoundByTheSecond);
        json.WriteNumber("foundBySecondInOrder", result.FoundByTheSecondInOrder);
        json.WriteNumber("foundBySecondAboveFloor", result.FoundByTheSecondThatCounts);
        json.WriteNumber("of", result.Thefts);
        WriteSeconds(json, "medianDelaySeconds", result.MedianDelay);
        json.WriteNumber("alerts", result.Alerts);
        json.WriteNumber("alertedTransactions", result.AlertedTransactions);
        json.WriteNumber("falseAlerts", result.FalseAlerts);
        json.WriteNumber("walletMonths", result.WalletMonths);
        WriteRate(json, "falsePerWalletYearThousandths", result.FalsePerWalletYear);
        WriteRate(json, "falsePerWalletYearLowThousandths", result.FalsePerWalletYearBounds?.Low);
        WriteRate(json, "falsePerWalletYearHighThousandths", result.FalsePerWalletYearBounds?.High);
    }

    // The detector without its log stands among the yardsticks; it judges all that it is shown.
    private static void WriteJudged(Utf8JsonWriter json, JudgedOutflows? judged)
    {
        if (judged is not null)
        {
            json.WriteNumber("outflows", judged.Outflows);
            json.WriteNumber("judged", judged.Judged);
            json.WriteString("needs", judged.Needs);
        }
    }

    private static void WriteRate(Utf8JsonWriter json, string name, long? rate)
    {
        if (rate is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteIncident(Utf8JsonWriter json, IncidentOutcome incident)
    {
        json.WriteString("incident", incident.Truth.Incident);
        json.WriteString("owner", incident.Truth.Owner);
        json.WriteNumber("transactions", incident.TheftTransactions);
        json.WriteString("stolenUsd", incident.Stolen.ToString());
        json.WriteNumber("unpriced", incident.Unpriced);
        json.WriteString("limits", incident.Truth.Limits);
        json.WriteString("missed", incident.Missed);
        WritePlace(json, "first", incident.First);
        WriteSeconds(json, "beforeStatementSeconds", incident.BeforeStatement);
        if (incident.Alert is { } alert)
        {
            WriteAlert(json, alert);
        }
        else
        {
            json.WriteNull("alert");
        }
    }

    private static void WriteAlert(Utf8JsonWriter json, FirstAlert alert)
    {
        json.WriteStartObject("alert");
        WritePlace(json, "at", alert.At);
        json.WriteNumber("theftTransaction", alert.TheftTransaction);
        json.WriteNumber("inEarlierBlocks", alert.InEarlierBlocks);
        json.WriteNumber("afterFloor", alert.AfterFloor);
        WriteSeconds(json, "delaySeconds", alert.Delay);
        if (alert.Blocks is { } blocks)
        {
            json.WriteNumber("delayBlocks", blocks);
        }
        else
        {
            json.WriteNull("delayBlocks");
        }

        json.WriteString("hardRule", alert.Notice.HardRule);
        json.WriteNumber("score", alert.Notice.Score);
        json.WriteString("severity", Lower(alert.Notice.Severity));
        json.WriteString("lostUsd", alert.Lost.ToString());
        json.WriteString("stillThereUsd", alert.StillThere.ToString());
        json.WriteEndObject();
    }

    private static void WriteOwner(Utf8JsonWriter json, OwnerOutcome owner)
    {
        json.WriteString("owner", owner.Owner);
        json.WriteBoolean("victim", owner.IsVictim);
        json.WriteNumber("walletMonths", owner.WalletMonths);
        json.WriteNumber("sendings", owner.Sendings);
        json.WriteObjects("falseAlerts", owner.FalseAlerts, alert =>
        {
            json.WriteString("alert", alert.Alert);
            json.WriteString("time", alert.Time.UtcDateTime);
            json.WriteString("chain", alert.Chain.Value);
            json.WriteString("tx", alert.Tx.Render(alert.Chain));
            json.WriteString("hardRule", alert.HardRule);
            json.WriteNumber("score", alert.Score);
            json.WriteString("headline", alert.Headline);
        });
    }

    private static void WritePlace(Utf8JsonWriter json, string name, ReplayPlace? place)
    {
        if (place is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("chain", place.Chain.Value);
        json.WriteNumber("block", place.Height);
        json.WriteString("time", place.Time.UtcDateTime);
        json.WriteString("tx", place.Tx.Render(place.Chain));
        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? span)
    {
        if (span is { } known)
        {
            json.WriteNumber(name, (long)known.TotalSeconds);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
