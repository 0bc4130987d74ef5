using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Serving;

/// <summary>The document that describes the API, held to the rules of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html) and to the server.</summary>
public sealed partial class ApiDocumentTests(ServedCase served) : IClassFixture<ServedCase>
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    [Fact]
    public async Task The_document_is_openapi_3_1_as_its_rules_say()
    {
        var document = await DocumentAsync();

        Assert.Matches(@"^3\.1\.\d+$", document.GetProperty("openapi").GetString());
        Assert.False(string.IsNullOrEmpty(document.GetProperty("info").GetProperty("title").GetString()));
        Assert.False(string.IsNullOrEmpty(document.GetProperty("info").GetProperty("version").GetString()));
        Assert.Empty(document.EnumerateObject().Select(member => member.Name).Except(["openapi", "info", "servers", "paths", "components", "security", "tags"]));
        Assert.Empty(Operations(document).SelectMany(operation => FaultsOf(document, operation.Path, operation.Operation)));
        Assert.All(References(document), reference => Assert.True(Resolves(document, reference), reference));
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_says_what_it_is_for_and_who_may_use_it()
    {
        var operations = Operations(await DocumentAsync()).Select(operation => operation.Operation).ToList();
        string[] names = [.. operations.Select(operation => operation.GetProperty("operationId").GetString()!)];

        Assert.True(operations.Count >= 35, $"{operations.Count}");
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(operations, operation => Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString())));
        Assert.All(operations, operation => Assert.Matches("^(Needs at least the role (viewer|investigator|responder|admin)|Anybody may ask)\\.$", operation.GetProperty("description").GetString()));
    }

    [Fact]
    public async Task Every_route_of_the_document_asks_who_is_there_but_the_one_to_sign_in()
    {
        foreach (var (path, method, operation) in Operations(await DocumentAsync()))
        {
            string filled = Parameter().Replace(path, "x");
            var (status, _) = filled == "/api/v1/imports" ? await served.SendFileAsync("x.csv", "{}", role: null)
                : await served.SendAsync(new(method.ToUpperInvariant()), filled, method == "post" ? "{}" : null, null);

            bool open = operation.GetProperty("operationId").GetString() == "signIn";
            Assert.True(status == (open ? HttpStatusCode.BadRequest : HttpStatusCode.Unauthorized), $"{method} {filled}: {status}");
        }
    }

    [Fact]
    public async Task Every_code_of_a_refusal_is_in_the_manual_and_none_else()
    {
        string manual = await File.ReadAllTextAsync(Repository.File("docs/api.md"), ServedCase.Cancellation);
        string[] told = [.. Code().Matches(manual).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

        Assert.Equal(Problem.All.Select(problem => problem.Code).Order(StringComparer.Ordinal), told);
    }

    [Fact]
    public async Task Every_operation_of_the_document_is_in_the_manual()
    {
        string manual = await File.ReadAllTextAsync(Repository.File("docs/api.md"), ServedCase.Cancellation);

        Assert.All(Operations(await DocumentAsync()), operation => Assert.Contains($"`{operation.Method.ToUpperInvariant()} {operation.Path}`", manual, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_asks_nothing_of_the_network_and_runs_only_scripts_of_this_server()
    {
        using var page = await served.Client().GetAsync("/scalar/", ServedCase.Cancellation);
        string html = await page.Content.ReadAsStringAsync(ServedCase.Cancellation);
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        string nonce = Nonce().Match(policy).Groups[1].Value;

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
        Assert.Equal(64, nonce.Length);
        Assert.All(InlineScript().Matches(html), script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
        foreach (string script in Source().Matches(html).Select(match => match.Groups[1].Value))
        {
            using var answer = await served.Client().GetAsync(new Uri(new Uri(served.Server.Url, "/scalar/"), script), ServedCase.Cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{script}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Health_is_for_everybody_and_says_little_and_metrics_are_for_viewers()
    {
        var (health, body) = await served.GetAsync("/healthz", null);
        var (refused, _) = await served.GetAsync("/metrics", null);
        using var metrics = await served.Client(Role.Viewer).GetAsync("/metrics", ServedCase.Cancellation);

        Assert.Equal((HttpStatusCode.OK, true), (health, body.GetProperty("healthy").GetBoolean()));
        Assert.Equal(HttpStatusCode.Unauthorized, refused);
        Assert.Contains("spoor_http_requests_total{method=\"GET\",route=\"/healthz\",status=\"200\"}", await metrics.Content.ReadAsStringAsync(ServedCase.Cancellation), StringComparison.Ordinal);
    }

    private async Task<JsonElement> DocumentAsync()
    {
        var (status, document) = await served.GetAsync("/openapi/v1.json", null);
        Assert.Equal(HttpStatusCode.OK, status);
        return document;
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where Methods.Contains(method.Name)
        select (path.Name, method.Name, method.Value);

    private static IEnumerable<string> FaultsOf(JsonElement document, string path, JsonElement operation)
    {
        string[] inPath = [.. Parameter().Matches(path).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
        JsonElement[] parameters = operation.TryGetProperty("parameters", out var list) ? [.. list.EnumerateArray()] : [];
        string[] told = [.. parameters.Where(one => one.GetProperty("in").GetString() == "path").Select(one => one.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];
        if (!path.StartsWith('/'))
        {
            yield return $"{path} does not begin with a slash";
        }

        if (!inPath.SequenceEqual(told))
        {
            yield return $"{path} has the parameters {string.Join(", ", inPath)} and tells of {string.Join(", ", told)}";
        }

        foreach (var one in parameters.Where(one => one.GetProperty("in").GetString() == "path" && !(one.TryGetProperty("required", out var required) && required.GetBoolean())))
        {
            yield return $"{path}: {one} is in the path and not required";
        }

        foreach (var answer in operation.GetProperty("responses").EnumerateObject())
        {
            if (!Regex.IsMatch(answer.Name, "^([1-5][0-9][0-9]|default)$") || string.IsNullOrEmpty(answer.Value.GetProperty("description").GetString()))
            {
                yield return $"{path}: {answer.Name} is no status with a description";
            }
        }

        if (operation.TryGetProperty("security", out var security) && security.EnumerateArray().SelectMany(need => need.EnumerateObject())
            .Any(need => !document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty(need.Name, out _)))
        {
            yield return $"{path} needs a scheme that the document does not know";
        }
    }

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Resolves(JsonElement document, string reference)
    {
        var at = document;
        return reference.StartsWith("#/", StringComparison.Ordinal)
            && reference[2..].Split('/').All(part => at.ValueKind == JsonValueKind.Object && at.TryGetProperty(part, out at));
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\| `([a-z-]+)` \| \d{3} \|", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("'nonce-([0-9a-f]+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>")]
    private static partial Regex InlineScript();

    [GeneratedRegex("<script[^>]*\\bsrc=\"([^\"]+)\"")]
    private static partial Regex Source();
}
