using System.Text.Json;
using Spoor.Incidents;
using Spoor.Reporting;
using Spoor.Reporting.Documents;
using Spoor.Transfers;
using Spoor.Web.Api;
using Spoor.Web.Serving;

namespace Spoor.Web.Cases;

/// <summary>The alerts of the watch that name an address of a case.</summary>
internal static class CaseAlerts
{
    private const int MostRead = 10_000;

    /// <summary>In the order they were told.</summary>
    public static async Task<IReadOnlyList<CaseMoment>> OfAsync(IncidentFacts facts, ServeSettings settings, CancellationToken cancellation)
    {
        var addresses = facts.Wallets.Select(wallet => wallet.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = await new AlertTail(settings.AlertFile).ReadAsync(0, MostRead, cancellation);
        return [.. lines.Select(line => MomentOf(line.Line, addresses)).OfType<CaseMoment>()];
    }

    private static CaseMoment? MomentOf(byte[] line, HashSet<string> addresses)
    {
        using var document = JsonDocument.Parse(line, new() { MaxDepth = 32 });
        var notice = document.RootElement;
        bool names = notice.TryGetProperty("block", out var block) && block.ValueKind == JsonValueKind.Array
            && block.EnumerateArray().Any(one => one.TryGetProperty("address", out var address) && addresses.Contains(address.GetString() ?? ""));
        return names && notice.TryGetProperty("time", out var time) && UtcTime.TryParse(time.GetString() ?? "", out var at)
            ? new(at, Rendered.Moment(at), MomentKind.Alert, [new Words.Strong(TextOf(notice, "severity")), $" {TextOf(notice, "stage")}: {TextOf(notice, "headline")}"])
            : null;
    }

    private static string TextOf(JsonElement notice, string member) => notice.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
