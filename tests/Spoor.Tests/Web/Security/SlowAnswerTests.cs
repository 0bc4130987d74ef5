using System.Net;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Security;

public sealed class SlowAnswerTests
{
    [Fact]
    public async Task An_answer_that_takes_longer_than_one_may_is_a_refusal_with_its_code()
    {
        await using var served = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { Longest = TimeSpan.FromMilliseconds(1) } });
        var (status, problem) = await served.GetAsync("/api/v1/incidents/coinex-2023/report", Role.Investigator);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "slow"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_screened_from_is_built_to_its_end_though_nobody_waits_for_it_any_more()
    {
        await using var served = await ServedCase.StartAsync(settings => settings with { Limits = settings.Limits with { Longest = TimeSpan.FromMilliseconds(50) } });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ServedCase.Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(120));
        HttpStatusCode status;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            (status, _) = await served.SendAsync(HttpMethod.Post, "/api/v1/screen", "{\"addresses\":[\"0x00000000000000000000000000000000000000e1\"]}", Role.Viewer);
        }
        while (status == HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.OK, status);
    }
}
