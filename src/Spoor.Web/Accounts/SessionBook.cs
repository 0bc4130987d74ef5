namespace Spoor.Web.Accounts;

/// <summary>The sessions that are open, in memory only: a restart ends them all.</summary>
/// <remarks>Of a session only the hash of its secret is kept, so that what leaks of the process opens nothing.</remarks>
public sealed class SessionBook(TimeProvider clock, AccountFile accounts)
{
    private const int Most = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpenSession> _byHash = new(StringComparer.Ordinal);

    /// <summary>However busy it is.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(12);

    /// <summary>Without a request.</summary>
    public static TimeSpan LongestIdle { get; } = TimeSpan.FromHours(1);

    /// <summary>Opens a session for somebody who signed in.</summary>
    /// <returns>The secret for the cookie.</returns>
    public string Open(Account account) => Open(account.Name, account.Role, account.Password.ToString());

    /// <summary>Opens a session for whoever read the terminal: they could do everything anyway.</summary>
    /// <inheritdoc cref="Open(Account)"/>
    public string OpenLocal() => Open(AccountName.Local, Role.Admin, "");

    private string Open(string name, Role role, string password)
    {
        string secret = Secret.Draw();
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            foreach (string over in _byHash.Where(one => one.Value.IsOver(now)).Select(one => one.Key).ToList())
            {
                _byHash.Remove(over);
            }

            if (_byHash.Count >= Most)
            {
                _byHash.Remove(_byHash.MinBy(one => one.Value.Used).Key);
            }

            _byHash[Secret.Sha256Of(secret)] = new(name, role, password, now, now);
        }

        return secret;
    }

    /// <summary>Who a session is of; null where it is over, or where its account is gone or has another role or password since.</summary>
    public Caller? Find(string secret) => FindByHash(Secret.Sha256Of(secret));

    /// <summary>As <see cref="Find"/>, for a page that stays open and so must ask again.</summary>
    public Caller? FindByHash(string hash)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!_byHash.TryGetValue(hash, out var session))
            {
                return null;
            }

            if (session.IsOver(now) || !Holds(session))
            {
                _byHash.Remove(hash);
                return null;
            }

            _byHash[hash] = session with { Used = now };
            return Caller.BySession(session.Name, session.Role, hash);
        }
    }

    public void Close(string secret)
    {
        lock (_gate)
        {
            _byHash.Remove(Secret.Sha256Of(secret));
        }
    }

    private bool Holds(OpenSession session) => session.Name == AccountName.Local
        || (accounts.Current().Find(session.Name) is { } account && account.Role == session.Role && account.Password.ToString() == session.Password);

    private sealed record OpenSession(string Name, Role Role, string Password, DateTimeOffset Opened, DateTimeOffset Used)
    {
        public bool IsOver(DateTimeOffset now) => now - Opened >= Longest || now - Used >= LongestIdle;
    }
}
