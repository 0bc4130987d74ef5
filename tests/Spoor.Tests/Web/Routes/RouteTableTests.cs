using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Spoor.Tests.Cli;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Routes;

/// <summary>Every route of the API document: asked well, badly, by nobody, by too little a role, and too often.</summary>
public sealed class RouteTableTests(ObedientCase served) : IClassFixture<ObedientCase>
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    public static TheoryData<string> Routes => [.. RouteRows.All.Select(row => row.Route)];

    [Fact]
    public async Task Every_route_of_the_document_has_a_row_and_every_row_a_route()
    {
        var (_, document) = await served.Case.GetAsync("/openapi/v1.json", null);
        var told = from path in document.GetProperty("paths").EnumerateObject()
                   from method in path.Value.EnumerateObject()
                   where Methods.Contains(method.Name)
                   select $"{method.Name.ToUpperInvariant()} {path.Name}";

        Assert.Equal(told.Order(StringComparer.Ordinal), RouteRows.All.Select(row => row.Route).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Asked_well_by_the_least_role_that_may_it_answers(string route)
    {
        var row = RowOf(route);
        // What another ordered is seen by an admin alone.
        var role = row.Prepare is null ? row.Least : Role.Admin;
        string path = string.Format(CultureInfo.InvariantCulture, row.Good, row.Prepare is null ? "" : await row.Prepare(served.Case));
        if (row.IsStream)
        {
            using var stream = await served.Case.Client(role).GetAsync(path, HttpCompletionOption.ResponseHeadersRead, ServedCase.Cancellation);
            Assert.Equal(row.Status, stream.StatusCode);
            return;
        }

        var (status, body) = await SendAsync(row, path, role);
        Assert.True(status == row.Status, $"{status} {body}");
        if (row.Document.Length > 0)
        {
            Assert.Equal(row.Document, body.GetProperty("spoor").GetString());
            Assert.Empty(SchemaFaults(row.Document, body));
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Asked_badly_it_refuses_with_a_code_of_the_manual(string route)
    {
        var row = RowOf(route);
        var (status, problem) = await served.Case.SendAsync(new(row.Bad.Method ?? row.Method), row.Bad.Path, row.Bad.Body, row.Least);

        Assert.Equal((row.Bad.Code, (int)status), (problem.GetProperty("code").GetString(), problem.GetProperty("status").GetInt32()));
        Assert.Equal(Problem.All.Single(one => one.Code == row.Bad.Code).Status, (int)status);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_and_no_lesser_role_is_answered(string route)
    {
        var row = RowOf(route);
        if (row.Least is not { } least)
        {
            Assert.Equal($"POST /api/v1/session", route);
            return;
        }

        var (nobody, _) = await SendAsync(row, row.Good, null);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody);
        foreach (var role in Enum.GetValues<Role>().Where(role => role < least))
        {
            var (status, problem) = await SendAsync(row, row.Good, role);
            Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (status, problem.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Asked_too_often_every_route_refuses()
    {
        await using var few = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { PerSecond = 1, UnknownPerSecond = 1 } });
        foreach (var row in RouteRows.All)
        {
            Assert.True(await IsEverTooMuchAsync(few, row), row.Route);
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_by_every_route_that_takes_one_as_json()
    {
        string large = $"{{\"x\":\"{new string('x', 1 << 20)}\"}}";
        foreach (var row in RouteRows.All.Where(row => row.Body is not null && row.BodyType == "application/json"))
        {
            var (status, problem) = await served.Case.SendAsync(new(row.Method), row.Good, large, row.Least);
            Assert.Equal((row.Route, HttpStatusCode.RequestEntityTooLarge, "too-large"), (row.Route, status, problem.GetProperty("code").GetString()));
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(RouteRow row, string path, Role? role)
    {
        using var request = new HttpRequestMessage(new(row.Method), path);
        if (row.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(row.BodyType);
        }

        using var answer = await served.Case.Client(role).SendAsync(request, ServedCase.Cancellation);
        return (answer.StatusCode, await ServedCase.BodyOf(answer));
    }

    // A token comes back every second, so that a slow machine may need more than one attempt.
    private static async Task<bool> IsEverTooMuchAsync(ServedCase few, RouteRow row)
    {
        for (int attempt = 0; attempt < 60; attempt++)
        {
            await few.GetAsync("/api/v1/labels/nowhere", row.Least);
            await few.GetAsync("/api/v1/labels/nowhere", row.Least);
            var (status, problem) = await few.SendAsync(new(row.Method), row.Bad.Path, row.Bad.Body, row.Least);
            if (status == HttpStatusCode.TooManyRequests)
            {
                return problem.GetProperty("code").GetString() == "too-many-requests";
            }
        }

        return false;
    }

    private static IEnumerable<string> SchemaFaults(string document, JsonElement body) =>
        JsonSchema.For("docs", document) is { } schema ? schema.Faults(body) : [$"No schema describes {document}."];

    private static RouteRow RowOf(string route) => RouteRows.All.Single(row => row.Route == route);
}

/// <summary>A server with a case and an exchange that does what it is told.</summary>
public sealed class ObedientCase : IAsyncLifetime
{
    private ServedCase? _served;

    internal ServedCase Case => _served!;

    public async ValueTask InitializeAsync() => _served = await ServedCase.StartAsync(settings => settings with { Hook = new ObedientHook() });

    public ValueTask DisposeAsync() => Case.DisposeAsync();
}
