using System.Net;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web;

public sealed class WebhookTargetTests
{
    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]), "test");

    [Theory]
    [InlineData("8.8.8.8", "open")]
    [InlineData("2606:4700::1111", "open")]
    [InlineData("127.0.0.1", "inside")]
    [InlineData("::1", "inside")]
    [InlineData("10.1.2.3", "inside")]
    [InlineData("172.31.255.255", "inside")]
    [InlineData("172.32.0.1", "open")]
    [InlineData("192.168.0.1", "inside")]
    [InlineData("100.64.0.1", "inside")]
    [InlineData("fd12::1", "inside")]
    [InlineData("::ffff:127.0.0.1", "inside")]
    [InlineData("64:ff9b::a00:1", "inside")]
    [InlineData("2002:7f00:1::", "inside")]
    [InlineData("169.254.169.254", "never")]
    [InlineData("::ffff:169.254.169.254", "never")]
    [InlineData("64:ff9b::a9fe:a9fe", "never")]
    [InlineData("fd00:ec2::254", "never")]
    [InlineData("fd20:ce::254", "never")]
    [InlineData("100.100.100.200", "never")]
    [InlineData("168.63.129.16", "never")]
    [InlineData("64:ff9b:1::7f00:1", "never")]
    [InlineData("64:ff9b:1::a9fe:a9fe", "never")]
    [InlineData("::ffff:0:7f00:1", "never")]
    [InlineData("2001:0:53aa:64c:0:0:f5ff:fffe", "never")]
    [InlineData("100::1", "never")]
    [InlineData("2001:db8::1", "never")]
    [InlineData("ff02::1", "never")]
    [InlineData("fec0::1", "inside")]
    [InlineData("fe80::1", "never")]
    [InlineData("0.0.0.0", "never")]
    [InlineData("::", "never")]
    [InlineData("224.0.0.1", "never")]
    [InlineData("255.255.255.255", "never")]
    public void Addresses_inside_are_reached_only_when_allowed_and_metadata_never(string address, string kind)
    {
        var parsed = IPAddress.Parse(address);

        Assert.Equal(kind == "open", ReachableAddresses.FaultOf(parsed, isInternal: false).Length == 0);
        Assert.Equal(kind != "never", ReachableAddresses.FaultOf(parsed, isInternal: true).Length == 0);
    }

    [Theory]
    [InlineData("http://pager.example.com/x", false, "expected https")]
    [InlineData("https://127.0.0.1/x", false, "--webhook-internal")]
    [InlineData("https://[::1]/x", false, "--webhook-internal")]
    [InlineData("https://169.254.169.254/x", true, "no webhook goes there")]
    [InlineData("https://2852039166/x", true, "no webhook goes there")]
    [InlineData("https://user:hunter2@pager.example.com/x", false, "no user and password")]
    [InlineData("ftp://pager.example.com/hunter2", false, "expected a URL")]
    public void A_url_that_leads_astray_is_refused_without_its_path(string url, bool isInternal, string expected)
    {
        var failure = Assert.Throws<FormatException>(() => WebhookTarget.Of(url, Secret, isInternal));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_shows_neither_its_path_nor_its_secret()
    {
        var target = WebhookTarget.Of("https://pager.example.com/hook/hunter2?key=hunter2", Secret, isInternal: false);

        Assert.Equal("https://pager.example.com", target.ShownName);
        Assert.DoesNotContain("hunter2", target.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_not_connected_to()
    {
        using var sender = new WebhookSender(WebhookTarget.Of("https://localhost:1/x", Secret, isInternal: false), TimeProvider.System);

        var answer = await sender.SendAsync("id", [], TestContext.Current.CancellationToken);

        Assert.Contains("private network", Assert.IsType<WebhookAnswer.Down>(answer).Why, StringComparison.Ordinal);
    }
}
