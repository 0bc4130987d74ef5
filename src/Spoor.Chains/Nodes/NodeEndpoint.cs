using System.Net.Http.Headers;
using System.Text;

namespace Spoor.Chains.Nodes;

/// <summary>Where a node listens: a URL with its secrets taken out, so that nothing that is shown or logged can hold them.</summary>
/// <remarks>
/// Providers put keys into the path or the query, Bitcoin Core takes <c>user:password@</c>. All three are secret here;
/// <see cref="ToString"/> shows scheme, host and port alone.
/// </remarks>
public sealed class NodeEndpoint
{
    private const string Example = "such as http://127.0.0.1:8545 or wss://node.example/v3/KEY";

    // Shorter parts of a path are words such as "v2" and "rpc"; hiding them would only garble messages.
    private const int ShortestSecret = 8;

    private readonly Uri _uri;
    private readonly string[] _secrets;

    private NodeEndpoint(Uri uri)
    {
        _uri = new UriBuilder(uri) { UserName = "", Password = "" }.Uri;
        _secrets = SecretsOf(uri);
        Credentials = uri.UserInfo.Length == 0
            ? null
            : new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo))));
        string shown = $"{uri.Scheme}://{uri.IdnHost}" + (uri.IsDefaultPort ? "" : $":{uri.Port}");
        Shown = uri.PathAndQuery.Length > 1 ? shown + "/…" : shown;
    }

    /// <summary>What may be shown: no credentials, no path, no query.</summary>
    public string Shown { get; }

    public bool IsWebSocket => _uri.Scheme is "ws" or "wss";

    internal AuthenticationHeaderValue? Credentials { get; }

    /// <exception cref="FormatException">Not the URL of a node; the message does not repeat what may be secret.</exception>
    public static NodeEndpoint Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw new FormatException(
                $"Expected the URL of a node, {Example}, found text of {text.Length} characters that is none (not shown, it may hold a key).");
        }

        if (uri.Scheme is not ("http" or "https" or "ws" or "wss"))
        {
            throw new FormatException($"Expected a node's URL to begin with http, https, ws or wss, {Example}, found '{uri.Scheme}'.");
        }

        return uri.Fragment.Length == 0
            ? new(uri)
            : throw new FormatException($"Expected a node's URL without '#', found one at {new NodeEndpoint(uri).Shown}; write it as %23 if it is part of a key.");
    }

    /// <summary>The full address of a call, secrets and all: for sending, never for showing.</summary>
    internal Uri At(string path) =>
        path.Length == 0 ? _uri : new UriBuilder(_uri) { Path = $"{_uri.AbsolutePath.TrimEnd('/')}/{path}" }.Uri;

    /// <summary>Takes this endpoint's secrets out of a text, because a node may repeat them in what it answers.</summary>
    internal string Redact(string text) =>
        _secrets.Aggregate(text, (redacted, secret) => redacted.Replace(secret, "…", StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Shown;

    private static string[] SecretsOf(Uri uri)
    {
        string user = Uri.UnescapeDataString(uri.UserInfo);
        IEnumerable<string> parts =
        [
            user, .. user.Split(':'),
            .. uri.AbsolutePath.Split('/'),
            uri.Query.TrimStart('?'), .. uri.Query.TrimStart('?').Split('&').Select(pair => pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]),
        ];
        return
        [
            .. parts.SelectMany(part => new[] { part, Uri.UnescapeDataString(part) })
                .Where(part => part.Length >= ShortestSecret)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(part => part.Length),
        ];
    }
}
