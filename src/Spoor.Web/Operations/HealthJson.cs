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
        json.WriteObjects("chains", vitals.Chains, chain =>
        {
            json.WriteString("chain", chain.Chain.Value);
            Number("head", chain.Head);
            Number("tip", chain.Tip);
            Number("lag", chain.Lag);
            json.WriteString("blockTime", chain.BlockTime is { } time ? Rendered.Moment(time) : null);
            json.WriteNumber("silentSeconds", (long)(now - chain.Heard).TotalSeconds);
            json.WriteBoolean("stale", chain.IsStale(now));
            json.WriteString("fault", chain.Fault.Length == 0 ? null : chain.Fault);
            Number("faultSeconds", chain.FaultSince is { } since ? (long)(now - since).TotalSeconds : null);
        });

        void Number(string name, long? value)
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
    });
}
