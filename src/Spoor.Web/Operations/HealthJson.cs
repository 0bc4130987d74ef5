using System.Text.Json;
using Spoor.Reporting;

namespace Spoor.Web.Operations;

/// <summary>The vitals as <c>health/1</c>, see <c>docs/json.md</c>.</summary>
public static class HealthJson
{
    public static void Write(WatchVitals vitals, Stream output) => JsonText.Write(output, json =>
    {
        var now = vitals.Now;
        json.WriteString("spoor", "health/1");
        json.WriteBoolean("healthy", vitals.IsHealthy);
        json.WriteObjects("chains", vitals.Chains, chain => Write(json, chain, now));
        json.WriteObjects("webhooks", vitals.Webhooks, webhook =>
        {
            json.WriteString("target", webhook.Target.ShownName);
            json.WriteNumber("pending", webhook.Pending);
            json.WriteNumber("givenUp", webhook.GivenUp);
            WriteFault(json, webhook.Fault, webhook.FaultSince, now);
        });
        if (vitals.Prices is { } prices)
        {
            json.WriteStartObject("prices");
            Write(json, prices);
            json.WriteEndObject();
        }
    });

    private static void Write(Utf8JsonWriter json, ChainVitals chain, DateTimeOffset now)
    {
        json.WriteString("chain", chain.Chain.Value);
        WriteNumber(json, "head", chain.Head);
        WriteNumber(json, "tip", chain.Tip);
        WriteNumber(json, "lag", chain.Lag);
        json.WriteString("blockTime", chain.BlockTime is { } time ? Rendered.Moment(time) : null);
        json.WriteNumber("silentSeconds", (long)(now - chain.Heard).TotalSeconds);
        json.WriteBoolean("stale", chain.IsStale(now));
        WriteFault(json, chain.Fault, chain.FaultSince, now);
    }

    private static void Write(Utf8JsonWriter json, PriceVitals prices)
    {
        json.WriteString("newest", prices.Newest is { } newest ? Rendered.Moment(newest) : null);
        WriteNumber(json, "ageSeconds", (long?)prices.Age?.TotalSeconds);
        json.WriteNumber("assets", prices.Assets);
        WriteTexts(json, "unpriced", prices.Unpriced);
        WriteTexts(json, "void", prices.Void);
        json.WriteString("fault", prices.Fault.Length == 0 ? null : prices.Fault);
        json.WriteNumber("hotWallets", prices.Wallets);
        json.WriteNumber("hotWalletsUnknown", prices.Unopened);
    }

    private static void WriteFault(Utf8JsonWriter json, string fault, DateTimeOffset? since, DateTimeOffset now)
    {
        json.WriteString("fault", fault.Length == 0 ? null : fault);
        WriteNumber(json, "faultSeconds", since is { } begun ? (long)(now - begun).TotalSeconds : null);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
