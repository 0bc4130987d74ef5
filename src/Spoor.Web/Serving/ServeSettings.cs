using System.Net;
using Microsoft.Extensions.Logging;
using Spoor.Storage;
using Spoor.Storage.Acts;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Suspensions;

namespace Spoor.Web.Serving;

/// <summary>How a server is to run.</summary>
public sealed record ServeSettings
{
    public required DataFolder Folder { get; init; }

    /// <summary>A folder of folders, each an incident, beside those of the program; null for none.</summary>
    public string? Incidents { get; init; }

    public required DeskFolder Desk { get; init; }

    /// <summary>The file that a watch writes alerts to.</summary>
    public required string AlertFile { get; init; }

    /// <summary>Price files, in order of preference: for replays, and in the place of each incident's own.</summary>
    public IReadOnlyList<string> Prices { get; init; } = [];

    /// <summary>What a watch is replayed with; what is not given may be uploaded.</summary>
    public ReplaySources Replay { get; init; } = new();

    public required IReadOnlyList<ListenUrl> Urls { get; init; }

    /// <summary>Whether any free port will do where the one asked for is taken.</summary>
    public bool AnyPort { get; init; }

    /// <summary>PEM files of the certificate and its key; null without TLS.</summary>
    public (string Certificate, string Key)? Tls { get; init; }

    /// <summary>Whether somebody said that others may listen in.</summary>
    public bool InsecureHttp { get; init; }

    /// <summary>Names the server goes by besides those of where it listens.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Where proxies stand whose word counts for who asks; empty for none, and nobody's word does.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    public RequestLimits Limits { get; init; } = new();

    /// <summary>The exchange's own switch; null where the server has none.</summary>
    public IExchangeHook? Hook { get; init; }

    public HookPatience Patience { get; init; } = HookPatience.Usual;

    /// <summary>What answers language models at <c>/mcp</c>; null where nothing does.</summary>
    public ToolAnswer? Tools { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Who hears what the server logs; null for nobody.</summary>
    public ILoggerProvider? Logging { get; init; }

    /// <summary>Refuses what would leave a case open to whoever passes by.</summary>
    /// <exception cref="FormatException">What is asked for is not safe.</exception>
    public void Check(AccountBook accounts)
    {
        if (Urls.FirstOrDefault(url => url.IsHttps) is { } https && Tls is null)
        {
            throw new FormatException($"--urls: expected --cert and --key beside https://{https.Host}, found neither.");
        }

        if (Urls.FirstOrDefault(url => !url.IsLoopback && !url.IsHttps) is { } open && !InsecureHttp)
        {
            throw new FormatException($"--urls: others could read what goes to http://{open.Host}:{open.Port}. Use https with --cert and --key, or say --insecure-http where something else encrypts.");
        }

        if (Urls.FirstOrDefault(url => !url.IsLoopback) is { } reachable && accounts.IsEmpty)
        {
            throw new FormatException($"--urls: others can reach {reachable.Host}, and nobody has an account. Make one first: spoor serve account add NAME --role admin, or spoor serve key add NAME --role viewer.");
        }

        if (Urls.FirstOrDefault(url => url.IsAnyAddress) is { } any && Hosts.Count == 0)
        {
            throw new FormatException($"--urls: {any.Host} is every address of this machine; say with --host by which names it is reached.");
        }
    }
}
