using Spoor.Web.Suspensions;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web.Security;

/// <summary>Where the server may be made to knock through the hook of the exchange.</summary>
public sealed class HookAddressTests
{
    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]), "test");
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_hook_that_sends_the_server_elsewhere_is_not_followed(int status)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, _) => status;
        using var hook = new HttpHook(WebhookTarget.Of(receiver.Url, Secret, isInternal: true, "--hook"), TimeProvider.System, Limit);

        var answer = await hook.AskAsync("id", "{}"u8.ToArray(), Cancellation);

        Assert.Contains("redirects are not followed", Assert.IsType<HookAnswer.Refused>(answer).Why, StringComparison.Ordinal);
        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task A_hook_whose_name_leads_into_this_machine_is_not_connected_to_unless_it_is_meant_to_be_here()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var hook = new HttpHook(WebhookTarget.Of($"https://localhost:{new Uri(receiver.Url).Port}/hook", Secret, isInternal: false, "--hook"), TimeProvider.System, Limit);

        var answer = await hook.AskAsync("id", "{}"u8.ToArray(), Cancellation);

        Assert.Contains("--hook-internal", Assert.IsType<HookAnswer.Down>(answer).Why, StringComparison.Ordinal);
        Assert.Empty(receiver.Received);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xa9fea9fe/")]
    [InlineData("http://0251.0376.0251.0376/")]
    public void No_hook_leads_to_where_machines_keep_their_passwords_whatever_is_allowed(string url)
    {
        Assert.Throws<FormatException>(() => WebhookTarget.Of(url, Secret, isInternal: true, "--hook"));
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://127.1/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://[fd12::1]/")]
    public void No_hook_leads_inside_unless_it_is_said_to(string url)
    {
        Assert.Throws<FormatException>(() => WebhookTarget.Of(url, Secret, isInternal: false, "--hook"));
    }
}
