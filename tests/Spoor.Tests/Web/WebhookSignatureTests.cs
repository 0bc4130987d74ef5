using System.Text;
using Microsoft.Extensions.Time.Testing;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web;

public sealed class WebhookSignatureTests
{
    // The published example of the specification's reference libraries:
    // https://github.com/standard-webhooks/standard-webhooks/blob/main/libraries/python/tests/test_webhooks.py
    private const string PublishedSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string PublishedId = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string PublishedBody = "{\"test\": 2432232314}";
    private const string PublishedSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly DateTimeOffset PublishedTime = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

    private static readonly WebhookSecret Secret = WebhookSecret.Parse(PublishedSecret, "test");

    private readonly byte[] _body = Encoding.UTF8.GetBytes(PublishedBody);

    [Fact]
    public void A_signature_is_the_one_that_the_specification_publishes() =>
        Assert.Equal(PublishedSignature, WebhookSignature.Of(Secret, PublishedId, _body, PublishedTime).Signature);

    [Fact]
    public void A_receiver_believes_what_was_signed_with_the_secret_just_now()
    {
        var signature = WebhookSignature.Of(Secret, PublishedId, _body, PublishedTime);

        Assert.Equal(WebhookVerdict.Genuine, signature.Check(Secret, _body, PublishedTime + TimeSpan.FromMinutes(1)));
        Assert.Equal(WebhookVerdict.Genuine, (signature with { Signature = "v1,bm8= " + signature.Signature }).Check(Secret, _body, PublishedTime));
    }

    [Fact]
    public void A_change_of_body_id_time_or_secret_is_seen()
    {
        var signature = WebhookSignature.Of(Secret, PublishedId, _body, PublishedTime);
        var other = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]), "test");

        Assert.Equal(WebhookVerdict.Forged, signature.Check(Secret, [.. _body, 32], PublishedTime));
        Assert.Equal(WebhookVerdict.Forged, (signature with { Id = "msg_other" }).Check(Secret, _body, PublishedTime));
        Assert.Equal(WebhookVerdict.Forged, (signature with { Timestamp = "1614265331" }).Check(Secret, _body, PublishedTime));
        Assert.Equal(WebhookVerdict.Forged, (signature with { Timestamp = "99999999999999999" }).Check(Secret, _body, PublishedTime));
        Assert.Equal(WebhookVerdict.Forged, (signature with { Signature = "v1,not base64" }).Check(Secret, _body, PublishedTime));
        Assert.Equal(WebhookVerdict.Forged, signature.Check(other, _body, PublishedTime));
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public void A_recorded_webhook_sent_again_later_is_stale(int seconds) =>
        Assert.Equal(
            WebhookVerdict.Stale,
            WebhookSignature.Of(Secret, PublishedId, _body, PublishedTime).Check(Secret, _body, PublishedTime + TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_recorded_webhook_sent_again_at_once_has_an_id_that_was_seen()
    {
        var clock = new FakeTimeProvider(PublishedTime);
        var seen = new SeenWebhooks(clock);

        Assert.True(seen.IsNew(PublishedId));
        clock.Advance(WebhookSignature.Tolerance);
        Assert.False(seen.IsNew(PublishedId));
        Assert.True(seen.IsNew("msg_other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_!")]
    public void A_secret_that_is_none_is_refused_without_being_repeated(string secret)
    {
        var failure = Assert.Throws<FormatException>(() => WebhookSecret.Parse(secret, "The variable SPOOR_SECRET"));

        Assert.StartsWith("The variable SPOOR_SECRET: expected a webhook secret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2hvcnQ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MfKQ", Secret.ToString(), StringComparison.Ordinal);
    }
}
