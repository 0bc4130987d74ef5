using System.Net;
using System.Text.Json;
using Spoor.Tests.Cli;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

public sealed class ScreenTests(ServedCase served) : IClassFixture<ServedCase>
{
    private const string Exchange = "0x00000000000000000000000000000000000000e1";
    private const string Nobody = "0x00000000000000000000000000000000000000ff";

    [Fact]
    public async Task What_is_known_has_a_score_and_what_is_not_has_none()
    {
        var (status, answer) = await served.SendAsync(HttpMethod.Post, "/api/v1/screen", $"{{\"addresses\":[\"{Exchange}\",\"{Nobody}\"]}}", Role.Viewer);

        Assert.Equal((HttpStatusCode.OK, "screen/1"), (status, answer.GetProperty("spoor").GetString()));
        var screenings = answer.GetProperty("screenings").EnumerateArray().ToList();
        Assert.Equal(2, screenings.Count);
        Assert.Empty(JsonSchema.Read("docs/screen.schema.json").Faults(answer));
        Assert.NotEqual(JsonValueKind.Null, Score(screenings[0]).ValueKind);
        Assert.Equal(JsonValueKind.Null, Score(screenings[1]).ValueKind);
    }

    [Fact]
    public async Task An_earlier_answer_handed_back_says_that_nothing_changed()
    {
        string asked = $"\"addresses\":[\"{Exchange}\"]";
        using var first = await served.Client(Role.Viewer).PostAsync("/api/v1/screen", Json($"{{{asked}}}"), ServedCase.Cancellation);
        string earlier = await first.Content.ReadAsStringAsync(ServedCase.Cancellation);
        var (status, again) = await served.SendAsync(HttpMethod.Post, "/api/v1/screen", $"{{{asked},\"since\":{earlier}}}", Role.Viewer);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(JsonSchema.Read("docs/screen.schema.json").Faults(again));
    }

    [Fact]
    public async Task Ten_thousand_addresses_are_screened_at_once_and_one_more_is_refused()
    {
        static string Body(int count) => $"{{\"addresses\":[{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"0x{i:x40}\""))}]}}";
        var (status, answer) = await served.SendAsync(HttpMethod.Post, "/api/v1/screen", Body(10_000), Role.Viewer);
        var (refused, problem) = await served.SendAsync(HttpMethod.Post, "/api/v1/screen", Body(10_001), Role.Viewer);

        Assert.Equal((HttpStatusCode.OK, 10_000), (status, answer.GetProperty("screenings").GetArrayLength()));
        Assert.Equal((HttpStatusCode.BadRequest, "bad-body"), (refused, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("{\"addresses\":[]}", "bad-body")]
    [InlineData("{}", "bad-body")]
    [InlineData("{\"addresses\":[\"0x12\"]}", "bad-address")]
    [InlineData("{\"addresses\":[\"0x00000000000000000000000000000000000000e1\"],\"chain\":\"nowhere\"}", "bad-body")]
    [InlineData("{\"addresses\":[\"0x00000000000000000000000000000000000000e1\"],\"since\":{\"spoor\":\"trace/1\"}}", "bad-body")]
    public async Task A_question_that_is_not_as_described_is_refused(string body, string code)
    {
        var (status, problem) = await served.SendAsync(HttpMethod.Post, "/api/v1/screen", body, Role.Viewer);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.SendAsync(HttpMethod.Post, "/api/v1/screen", body, null)).Status);
    }

    private static JsonElement Score(JsonElement screening) => screening.GetProperty("score");

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");
}
