using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Spoor.Reporting;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Routes;

internal static partial class RouteRows
{
    private const string Zip = "application/zip";
    private const string Form = "multipart/form-data; boundary=x";
    private const string TwoFiles = "--x\r\nContent-Disposition: form-data; name=\"before\"; filename=\"a.zip\"\r\n\r\nPK\r\n--x\r\nContent-Disposition: form-data; name=\"after\"; filename=\"b.zip\"\r\n\r\nPK\r\n--x--\r\n";

    // What is in a file is told by the job: the route takes it, whatever it holds.
    private static IEnumerable<RouteRow> Files() =>
    [
        new($"POST {Api}/imports", Role.Investigator, $"{Api}/imports?name=more.csv", new($"{Api}/imports?name=more.csv", "wrong-media-type", "{}"))
        {
            Body = SmallCase.Transfers, BodyType = "application/octet-stream", Status = HttpStatusCode.Accepted, Document = "job/1",
        },
        new($"POST {Api}/incidents/{{incident}}/case", Role.Investigator, $"{CoinEx}/case", new($"{CoinEx}/case", "bad-parameter", "{\"asOf\":\"yesterday\"}"))
        {
            Body = "{}", Status = HttpStatusCode.Accepted, Document = "job/1",
        },
        new($"POST {Api}/cases/verify", Role.Viewer, $"{Api}/cases/verify", new($"{Api}/cases/verify", "wrong-media-type", "{}"))
        {
            Body = "PK", BodyType = Zip, Status = HttpStatusCode.Accepted, Document = "job/1",
        },
        new($"POST {Api}/cases/diff", Role.Viewer, $"{Api}/cases/diff", new($"{Api}/cases/diff", "wrong-media-type", "{}"))
        {
            Body = TwoFiles, BodyType = Form, Status = HttpStatusCode.Accepted, Document = "job/1",
        },
    ];

    private static IEnumerable<RouteRow> Watching() =>
    [
        new($"GET {Api}/alerts/{{alert}}/acknowledgements", Role.Viewer, $"{Api}/alerts/{{0}}/acknowledgements", new($"{Api}/alerts/nothing/acknowledgements", "not-found"))
        {
            Document = "acknowledgements/1", Prepare = AlertAsync,
        },
        new($"POST {Api}/alerts/{{alert}}/acknowledgements", Role.Responder, $"{Api}/alerts/{{0}}/acknowledgements", new($"{Api}/alerts/nothing/acknowledgements", "bad-body", "{}"))
        {
            Body = "{\"note\":\"seen\"}", Status = HttpStatusCode.Created, Document = "acknowledgements/1", Prepare = AlertAsync,
        },
        new($"POST {Api}/watch/replays", Role.Investigator, $"{Api}/watch/replays", new($"{Api}/watch/replays", "bad-body", "{\"watch\":\"owner: [\"}")) { Body = Replay, Status = HttpStatusCode.Accepted, Document = "job/1" },
        new($"GET {Api}/watch/replays/latest", Role.Viewer, $"{Api}/watch/replays/latest", Another($"{Api}/watch/replays/latest")) { Document = "watch-replay/1", Prepare = ReplayAsync },
    ];

    private static string Replay => JsonSerializer.Serialize(
        new Dictionary<string, string> { ["watch"] = File.ReadAllText(Repository.File("examples/backtest/coinex-2023/watch.yaml")) });

    private static async Task<string> AlertAsync(ServedCase served)
    {
        if (!File.Exists(served.AlertFile))
        {
            string line = Encoding.UTF8.GetString(AlertJson.Document(Notices.Of(1))).ReplaceLineEndings("");
            await File.WriteAllTextAsync(served.AlertFile, string.Create(CultureInfo.InvariantCulture, $"{line}\n"), ServedCase.Cancellation);
        }

        return Notices.Of(1).Alert;
    }

    private static async Task<string> ReplayAsync(ServedCase served)
    {
        var (_, job) = await served.SendAsync(HttpMethod.Post, $"{Api}/watch/replays", Replay, Role.Admin);
        await EndAsync(served, job);
        return "";
    }
}
