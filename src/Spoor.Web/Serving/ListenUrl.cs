using System.Net;

namespace Spoor.Web.Serving;

/// <summary>Where a server listens.</summary>
/// <param name="Host">As a URL writes it: an address (an IPv6 one in brackets), or localhost.</param>
public sealed record ListenUrl(string Host, int Port, bool IsHttps)
{
    public const string Default = "http://127.0.0.1:7744";

    public IPAddress Address => Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(Host.Trim('[', ']'));

    public bool IsLoopback => IPAddress.IsLoopback(Address);

    public bool IsAnyAddress => Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any);

    /// <exception cref="FormatException">Not a URL to listen on.</exception>
    public static ListenUrl Parse(string text)
    {
        bool valid = Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out _));
        return valid
            ? new(uri!.Host, uri.Port, uri.Scheme == Uri.UriSchemeHttps)
            : throw new FormatException($"--urls: expected http or https, an address of this machine and a port, such as {Default}, found '{text}'.");
    }
}
