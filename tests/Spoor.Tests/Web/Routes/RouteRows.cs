using System.Net;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Routes;

/// <summary>Every route of the API document; <see cref="RouteTableTests"/> fails where one is missing.</summary>
internal static partial class RouteRows
{
    private const string Api = "/api/v1";
    private const string Thief = $"{Api}/addresses/eip155:1:{SmallCase.Thief}";
    private const string CoinEx = $"{Api}/incidents/coinex-2023";
    private const string Response = $"{Api}/responses/coinex-2023";
    private const string NoDay = "asOf=yesterday";

    public static IReadOnlyList<RouteRow> All { get; } = [.. People(), .. Facts(), .. Findings(), .. Work(), .. Files(), .. Watching(), .. Responses()];

    private static IEnumerable<RouteRow> People() =>
    [
        new($"POST {Api}/session", null, $"{Api}/session", new($"{Api}/session", "bad-body", "{\"name\":\"alice\"}"))
        {
            Body = $"{{\"name\":\"alice\",\"password\":\"{ServedCase.Password}\"}}", Document = "session/1",
        },
        new($"GET {Api}/session", Role.Viewer, $"{Api}/session", Another($"{Api}/session")) { Document = "session/1" },
        new($"DELETE {Api}/session", Role.Viewer, $"{Api}/session", Another($"{Api}/session")) { Status = HttpStatusCode.NoContent },
        new($"GET {Api}/accounts", Role.Admin, $"{Api}/accounts", Another($"{Api}/accounts")) { Document = "accounts/1" },
        new($"POST {Api}/accounts", Role.Admin, $"{Api}/accounts", new($"{Api}/accounts", "bad-body", "{\"name\":\"eve\",\"role\":\"owner\",\"password\":\"a long password\"}"))
        {
            Body = "{\"name\":\"carol\",\"role\":\"viewer\",\"password\":\"a long password\"}", Status = HttpStatusCode.Created, Document = "account/1",
        },
        new($"DELETE {Api}/accounts/{{name}}", Role.Admin, $"{Api}/accounts/{{0}}", new($"{Api}/accounts/nobody", "not-found")) { Status = HttpStatusCode.NoContent, Prepare = AccountAsync },
        new($"GET {Api}/keys", Role.Admin, $"{Api}/keys", Another($"{Api}/keys")) { Document = "keys/1" },
        new($"POST {Api}/keys", Role.Admin, $"{Api}/keys", new($"{Api}/keys", "bad-body", "{\"name\":\"eve\"}"))
        {
            Body = "{\"name\":\"screening\",\"role\":\"viewer\"}", Status = HttpStatusCode.Created, Document = "key/1",
        },
        new($"DELETE {Api}/keys/{{id}}", Role.Admin, $"{Api}/keys/{{0}}", new($"{Api}/keys/nobody", "not-found")) { Status = HttpStatusCode.NoContent, Prepare = KeyAsync },
        new($"GET {Api}/audit", Role.Admin, $"{Api}/audit?limit=5", new($"{Api}/audit?cursor=zzz", "bad-cursor")) { Document = "audit/1" },
    ];

    private static IEnumerable<RouteRow> Facts() =>
    [
        new($"GET {Api}/status", Role.Viewer, $"{Api}/status", Another($"{Api}/status")) { Document = "status/1" },
        new($"GET {Api}/addresses/{{account}}", Role.Viewer, Thief, new($"{Api}/addresses/0x12", "bad-address")) { Document = "address/1" },
        new($"GET {Api}/addresses/{{account}}/transfers", Role.Viewer, $"{Thief}/transfers", new($"{Thief}/transfers?limit=1001", "bad-parameter")) { Document = "transfers/1" },
        new($"GET {Api}/addresses/{{account}}/counterparties", Role.Viewer, $"{Thief}/counterparties", new($"{Thief}/counterparties?cursor=zzz", "bad-cursor")) { Document = "counterparties/1" },
        new($"GET {Api}/transactions/{{tx}}", Role.Viewer, $"{Api}/transactions/{SmallCase.Theft}", new($"{Api}/transactions/0x12", "bad-parameter")) { Document = "transaction/1" },
        new($"GET {Api}/labels", Role.Viewer, $"{Api}/labels?q=Fence", new($"{Api}/labels?q=Fence&{NoDay}", "bad-parameter")) { Document = "labels/1" },
        new($"GET {Api}/labels/counts", Role.Viewer, $"{Api}/labels/counts", Another($"{Api}/labels/counts")) { Document = "label-counts/1" },
        new($"POST {Api}/screen", Role.Viewer, $"{Api}/screen", new($"{Api}/screen", "bad-body", "{\"addresses\":[]}"))
        {
            Body = $"{{\"addresses\":[\"{SmallCase.Thief}\"]}}", Document = "screen/1",
        },
        new($"GET {Api}/sanctions/{{address}}", Role.Viewer, $"{Api}/sanctions/{SmallCase.Thief}", new($"{Api}/sanctions/0x12", "bad-address")),
        new($"GET {Api}/ledger/tally", Role.Viewer, $"{Api}/ledger/tally?year=2023", new($"{Api}/ledger/tally?year=1066", "bad-parameter")) { Document = "ledger/1" },
        new($"GET {Api}/alerts", Role.Viewer, $"{Api}/alerts", new($"{Api}/alerts?cursor=zzz", "bad-cursor")) { Document = "alerts/1" },
        new($"GET {Api}/alerts/stream", Role.Viewer, $"{Api}/alerts/stream", Another($"{Api}/alerts/stream")) { IsStream = true },
    ];

    private static IEnumerable<RouteRow> Findings() =>
    [
        new($"GET {Api}/incidents", Role.Viewer, $"{Api}/incidents", Another($"{Api}/incidents")) { Document = "incidents/1" },
        new($"GET {Api}/incidents/{{incident}}", Role.Viewer, CoinEx, new($"{Api}/incidents/nobody-2023", "not-found")) { Document = "incident/1" },
        new($"GET {Api}/incidents/{{incident}}/loss", Role.Viewer, $"{CoinEx}/loss", new($"{CoinEx}/loss?{NoDay}", "bad-parameter")) { Document = "loss/1" },
        new($"GET {Api}/incidents/{{incident}}/links", Role.Viewer, $"{CoinEx}/links?against=stake-2023", new($"{CoinEx}/links?all=perhaps", "bad-parameter")) { Document = "links/1" },
        new($"GET {Api}/incidents/{{incident}}/attribution", Role.Viewer, $"{CoinEx}/attribution?against=stake-2023", new($"{CoinEx}/attribution?prior=2", "bad-parameter")) { Document = "attribution/1" },
        new($"GET {Api}/incidents/{{incident}}/report", Role.Investigator, $"{CoinEx}/report", new($"{CoinEx}/report?{NoDay}", "bad-parameter")) { Document = "report/1" },
        new($"GET {Api}/incidents/{{incident}}/report/{{file}}", Role.Investigator, $"{CoinEx}/report/report.md", new($"{CoinEx}/report/nothing.md", "not-found")),
    ];
}
