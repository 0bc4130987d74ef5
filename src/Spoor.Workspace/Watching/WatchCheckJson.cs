using System.Globalization;
using System.Text.Json;
using Spoor.Chains.Files.Watches;
using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Workspace.Watching;

/// <summary>What a watch file says as <c>watch-check/1</c>, see <c>docs/json.md</c>.</summary>
public static class WatchCheckJson
{
    public static void Write(WatchCheck check, IReadOnlyList<string> warnings, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "watch-check/1");
        json.WriteBoolean("usable", check.Watch is not null);
        json.WriteObjects("faults", check.Faults, fault =>
        {
            json.WriteNumber("line", fault.Line);
            json.WriteBoolean("warning", fault.IsWarning);
            json.WriteString("message", fault.Message);
        });
        json.WriteStartArray("warnings");
        foreach (string warning in warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteObjects("owners", check.Watch?.Owners ?? [], owner => Write(json, owner));
    });

    private static void Write(Utf8JsonWriter json, WatchedOwner owner)
    {
        var policy = owner.Policy;
        json.WriteString("name", owner.Name);
        json.WriteNumber("planned", owner.Planned.Count);
        json.WriteBoolean("reconcilesWithdrawals", policy.ReconcilesWithdrawals);
        json.WriteNumber("graceSeconds", (long)policy.WithdrawalGrace.TotalSeconds);
        json.WriteString("floorUsd", policy.Floor.ToString());
        json.WriteString("coldStartExtremeUsd", policy.ColdStartExtreme.ToString());
        json.WriteNumber("alertScore", policy.AlertScore / 1_000m);
        json.WriteNumber("pageScore", policy.PageScore / 1_000m);
        json.WriteNumber("drainSharePercent", policy.DrainShare / 10m);
        json.WriteString("hook", owner.Hook?.Host);
        json.WriteObjects("plans", owner.Planned, plan =>
        {
            json.WriteString("id", plan.Id);
            json.WriteString("reason", plan.Reason);
            json.WriteString("from", Rendered.Moment(plan.From));
            json.WriteString("until", Rendered.Moment(plan.Until));
            json.WriteString("chain", plan.Chain?.Value);
            json.WriteNumber("recipients", plan.Recipients.Count);
            WriteAmounts(json, "limits", plan.Limits);
        });
        json.WriteObjects("wallets", owner.Wallets, wallet =>
        {
            json.WriteString("account", Rendered.Account(wallet.Chain, wallet.Address));
            json.WriteString("use", wallet.Use.ToString());
            json.WriteString("name", wallet.Name.Length == 0 ? null : wallet.Name);
            json.WriteNumber("opening", wallet.Opening.Count);
            WriteAmounts(json, "openings", wallet.Opening);
        });
    }

    private static void WriteAmounts(Utf8JsonWriter json, string name, IReadOnlyDictionary<AssetId, Amount> amounts) =>
        json.WriteObjects(name, amounts.OrderBy(held => held.Key), held =>
        {
            json.WriteString("asset", held.Key.ToString());
            json.WriteString("units", held.Value.Units.ToString(CultureInfo.InvariantCulture));
        });
}
