using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Web.Webhooks;

/// <summary>Who is told by webhook, and how what is sent there is signed.</summary>
public sealed record WebhookTarget
{
    private const int NameDigits = 16;

    private readonly string _option;

    private WebhookTarget(Uri url, WebhookSecret secret, bool isInternal, string option)
    {
        _option = option;
        Url = url;
        Secret = secret;
        IsInternal = isInternal;
    }

    public Uri Url { get; }

    public WebhookSecret Secret { get; }

    /// <summary>Whether plain HTTP and addresses of this machine and this network are allowed.</summary>
    public bool IsInternal { get; }

    /// <summary>Whose notices it gets; null for everybody's.</summary>
    public string? Owner { get; init; }

    /// <summary>Scheme, host and port: paths of webhooks often hold a password.</summary>
    public string ShownName => Url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Of its files: the same for the same URL and owner.</summary>
    public string FileName => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Url.AbsoluteUri} {Owner}".TrimEnd())))[..NameDigits];

    /// <param name="option">What messages call it: the option it was given with.</param>
    /// <exception cref="FormatException">Not a URL that a webhook may have.</exception>
    public static WebhookTarget Of(string url, WebhookSecret secret, bool isInternal, string option = "--webhook")
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || (parsed.Scheme != Uri.UriSchemeHttps && parsed.Scheme != Uri.UriSchemeHttp))
        {
            throw new FormatException($"{option}: expected a URL such as https://pager.example.com/spoor, found something else.");
        }

        var target = new WebhookTarget(parsed, secret, isInternal, option);
        if (parsed.UserInfo.Length > 0)
        {
            throw new FormatException($"{option} {target.ShownName}: expected no user and password in the URL; the receiver knows Spoor by the signature.");
        }

        if (parsed.Scheme == Uri.UriSchemeHttp && !isInternal)
        {
            throw new FormatException($"{option} {target.ShownName}: expected https; a receiver inside your own network may have http when {option}-internal is given.");
        }

        if (IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var address) && target.FaultOf(address) is { Length: > 0 } fault)
        {
            throw new FormatException($"{option} {target.ShownName}: {fault}");
        }

        return target;
    }

    /// <summary>Why it may not be reached at an address; empty when it may.</summary>
    internal string FaultOf(IPAddress address) => ReachableAddresses.FaultOf(address, IsInternal, $"{_option}-internal");
}
