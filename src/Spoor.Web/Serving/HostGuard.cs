using Microsoft.AspNetCore.Http;

namespace Spoor.Web.Serving;

/// <summary>Answers only to the names the server goes by.</summary>
/// <remarks>
/// A foreign page can make its own name point to this machine (DNS rebinding) and then read what is answered to that name. So the name that
/// a request asks for must be one of ours.
/// </remarks>
public sealed class HostGuard(RequestDelegate next, ServedHosts hosts)
{
    public Task InvokeAsync(HttpContext context) => hosts.Serves(context.Request.Host)
        ? next(context)
        : new ProblemAnswer(Problem.WrongHost, "Expected one of the names that this server was started with; name others with --host.").ExecuteAsync(context);
}

/// <summary>The names a server goes by.</summary>
public sealed record ServedHosts(IReadOnlySet<string> Names)
{
    public bool Serves(HostString host) => host.HasValue && Names.Contains(host.Host);

    /// <param name="listening">Where it listens.</param>
    /// <param name="more">Names that somebody gave it.</param>
    public static ServedHosts Of(IEnumerable<ListenUrl> listening, IEnumerable<string> more)
    {
        var names = new HashSet<string>(more, StringComparer.OrdinalIgnoreCase);
        foreach (var url in listening)
        {
            names.UnionWith(url.IsLoopback ? ["localhost", "127.0.0.1", "[::1]"] : url.IsAnyAddress ? [] : [url.Host]);
        }

        return new(names);
    }
}
