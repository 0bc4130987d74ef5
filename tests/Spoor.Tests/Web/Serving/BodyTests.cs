using System.Net;
using System.Text;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

/// <summary>Bodies and methods that no route takes, each refused.</summary>
public sealed class BodyTests(ServedCase served) : IClassFixture<ServedCase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"seeds\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}", "bad-body")]
    [InlineData("{\"seeds\":[\"0x1\"],\"seeds\":[\"0x2\"]}", "bad-body")]
    [InlineData("{\"seeds\":[],\"$type\":\"System.IO.FileInfo\"}", "bad-body")]
    [InlineData("{\"seeds\":null}", "bad-body")]
    [InlineData("{\"seeds\":\"\\ud800\"}", "bad-body")]
    [InlineData("null", "bad-body")]
    [InlineData("[]", "bad-body")]
    [InlineData("{", "bad-body")]
    [InlineData("", "bad-body")]
    [InlineData("{\"maxHops\":\"9\",\"seeds\":[\"0x00000000000000000000000000000000000000a1\"]}", "bad-body")]
    [InlineData("{\"maxHops\":99999999999,\"seeds\":[\"0x00000000000000000000000000000000000000a1\"]}", "bad-body")]
    public async Task A_body_that_is_no_such_order_is_refused_whole(string body, string code)
    {
        var (status, problem) = await served.SendAsync(HttpMethod.Post, "/api/v1/traces", body, Role.Investigator);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        var (status, problem) = await served.SendAsync(HttpMethod.Post, "/api/v1/traces", $"{{\"seeds\":[\"{new string('x', 2 << 20)}\"]}}", Role.Investigator);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (status, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("POST", "/api/v1/status")]
    [InlineData("DELETE", "/api/v1/incidents")]
    [InlineData("PATCH", "/api/v1/keys")]
    public async Task A_method_that_a_route_does_not_have_is_refused(string method, string path)
    {
        var (status, problem) = await served.SendAsync(new(method), path, null, Role.Admin);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "wrong-method"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_form_is_no_json_so_that_no_form_of_another_site_is_taken_for_one()
    {
        using var form = new StringContent("{\"seeds\":[]}", Encoding.UTF8, "text/plain");
        using var answer = await served.Client(Role.Investigator).PostAsync("/api/v1/traces", form, Cancellation);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "wrong-media-type"), (answer.StatusCode, (await ServedCase.BodyOf(answer)).GetProperty("code").GetString()));
    }
}
