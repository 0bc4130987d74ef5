using System.Text.Json;
using Spoor.Attribution;

namespace Spoor.Reporting;

/// <summary>The counter-checks of a link, as the member <c>checks</c> of every document that has links.</summary>
internal static class CheckJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CounterCheck> checks) => json.WriteObjects("checks", checks, check =>
    {
        json.WriteString("name", check.Name);
        json.WriteString("outcome", check.Outcome == CheckOutcome.NotChecked ? "not-checked" : check.Outcome.ToString().ToLowerInvariant());
        json.WriteString("reason", check.Reason);
    });
}
