using Microsoft.AspNetCore.Http;

namespace Spoor.Web.Accounts;

/// <summary>Finds out who asks: by the session of a browser, by the key of a program, by name and password.</summary>
public sealed class Gatekeeper(AccountFile accounts, SessionBook sessions, GuessLimit guesses) : IDisposable
{
    public const string CookieName = "spoor_session";

    private const string Bearer = "Bearer ";
    private const string KeyHeader = "X-API-Key";
    private const string KeyParameter = "api_key";

    // So that a wrong name takes as long as a wrong password.
    private static readonly Lazy<PasswordHash> Nobody = new(() => PasswordHash.Of(Secret.Draw()));

    // Hashing a password keeps a processor busy on purpose; others must get on meanwhile.
    private readonly SemaphoreSlim _hashing = new(2);

    public void Dispose() => _hashing.Dispose();

    /// <summary>Where guesses of a request come from.</summary>
    public static string SourceOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>A key in one of the headers that carry one; null where there is none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim()
            : request.Headers[KeyHeader].ToString() is { Length: > 0 } key ? key
            : IsCompatible(request.Path) && request.Query[KeyParameter].ToString() is { Length: > 0 } asked ? asked
            : null;
    }

    /// <summary>Whether a path is one that another API has, whose clients send their key as a parameter.</summary>
    public static bool IsCompatible(PathString path) => path.StartsWithSegments("/v1") || path.StartsWithSegments("/v2") || path.StartsWithSegments("/v3");

    /// <summary>Who asks. A key goes before a session, and a wrong one is a refusal even beside a good session.</summary>
    public Entry Admit(HttpContext context) =>
        KeyOf(context.Request) is { } key ? AdmitKey(key, SourceOf(context))
        : context.Request.Cookies[CookieName] is { Length: > 0 } cookie && sessions.Find(cookie) is { } caller ? new Entry.Open(caller)
        : new Entry.Unknown();

    /// <summary>Who a key is of.</summary>
    public Entry AdmitKey(string key, string source)
    {
        if (guesses.WaitOf(source) is { Ticks: > 0 } wait)
        {
            return new Entry.Wait(wait);
        }

        if (accounts.Current().Open(key) is { } known)
        {
            return new Entry.Open(Caller.ByKey(known));
        }

        guesses.Wrong(source);
        return new Entry.Unknown();
    }

    /// <summary>Whose name and password these are.</summary>
    public async Task<(Entry Entry, Account? Account)> SignInAsync(string name, string password, string source, CancellationToken cancellation)
    {
        string target = $"account {name}";
        var wait = new[] { guesses.WaitOf(source), guesses.WaitOf(target) }.Max();
        if (wait > TimeSpan.Zero)
        {
            return (new Entry.Wait(wait), null);
        }

        var account = accounts.Current().Find(name);
        if (await FitsAsync(account?.Password ?? Nobody.Value, password, cancellation) && account is not null)
        {
            return (new Entry.Open(Caller.BySession(account.Name, account.Role)), account);
        }

        guesses.Wrong(source);
        guesses.Wrong(target);
        return (new Entry.Unknown(), null);
    }

    private async Task<bool> FitsAsync(PasswordHash hash, string password, CancellationToken cancellation)
    {
        await _hashing.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => hash.Fits(password), cancellation);
        }
        finally
        {
            _hashing.Release();
        }
    }
}

/// <summary>What the gatekeeper says.</summary>
public abstract record Entry
{
    private Entry()
    {
    }

    public sealed record Open(Caller Caller) : Entry;

    /// <summary>Nothing that opens anything was shown.</summary>
    public sealed record Unknown : Entry;

    /// <summary>Too many wrong guesses came from there.</summary>
    public sealed record Wait(TimeSpan For) : Entry;
}
