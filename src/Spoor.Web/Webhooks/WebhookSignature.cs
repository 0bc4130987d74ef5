using System.Globalization;
using System.Security.Cryptography;
using Spoor.Web.Alerts;

namespace Spoor.Web.Webhooks;

/// <summary>The three headers that say who sent a webhook, when, and that nobody changed it.</summary>
/// <remarks>https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md</remarks>
public sealed record WebhookSignature(string Id, string Timestamp, string Signature)
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How far the clocks of sender and receiver may be apart.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Version = "v1,";
    private const int IdDigits = 32;

    /// <summary>The same for every delivery of a notice, whoever sends it and how often.</summary>
    public static string IdOf(AlertEntry entry) =>
        "alert_" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(entry.Key)))[..IdDigits];

    public static WebhookSignature Of(WebhookSecret secret, string id, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        string timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new(id, timestamp, Version + Convert.ToBase64String(secret.Sign(id, timestamp, body)));
    }

    /// <summary>What a receiver makes of a webhook; a receiver that wants to know of replays also asks <see cref="SeenWebhooks"/>.</summary>
    /// <param name="now">The receiver's clock.</param>
    public WebhookVerdict Check(WebhookSecret secret, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return WebhookVerdict.Forged;
        }

        byte[] expected = secret.Sign(Id, Timestamp, body);
        bool genuine = Signature.Split(' ').Any(one => Matches(one, expected));
        if (!genuine)
        {
            return WebhookVerdict.Forged;
        }

        bool current = (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Tolerance;
        return current ? WebhookVerdict.Genuine : WebhookVerdict.Stale;
    }

    private static bool Matches(string signature, byte[] expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.StartsWith(Version, StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature[Version.Length..], given, out int length)
            && CryptographicOperations.FixedTimeEquals(given[..length], expected);
    }
}

/// <summary>What a receiver makes of a webhook.</summary>
public enum WebhookVerdict
{
    Genuine,

    /// <summary>Signed by somebody who knows the secret, at another time: perhaps recorded and sent again.</summary>
    Stale,

    /// <summary>Not signed with the secret, or changed on the way.</summary>
    Forged,
}
