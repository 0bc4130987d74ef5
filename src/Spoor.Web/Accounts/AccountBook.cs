namespace Spoor.Web.Accounts;

/// <summary>Somebody who may sign in with a password.</summary>
public sealed record Account(string Name, Role Role, PasswordHash Password);

/// <summary>All accounts and keys of a server.</summary>
public sealed record AccountBook(IReadOnlyList<Account> Accounts, IReadOnlyList<ApiKey> Keys)
{
    /// <summary>Far more than a team has; a bound against a program that adds without end.</summary>
    private const int Most = 1_000;

    public static readonly AccountBook Empty = new([], []);

    public bool IsEmpty => Accounts.Count == 0 && !Keys.Any(key => key.Revoked is null);

    public Account? Find(string name) => Accounts.FirstOrDefault(account => account.Name == name);

    /// <summary>The key that a text opens with; null where it opens nothing.</summary>
    public ApiKey? Open(string text)
    {
        if (!ApiKey.TryRead(text, out string id, out string secret))
        {
            return null;
        }

        var key = Keys.FirstOrDefault(known => known.Id == id);
        return key is { Revoked: null } && Secret.Same(key.Sha256, Secret.Sha256Of(secret)) ? key : null;
    }

    /// <exception cref="FormatException">The name is taken, or there are too many.</exception>
    public AccountBook With(Account account) =>
        Find(account.Name) is not null ? throw new FormatException($"name: expected a new one, found {account.Name}, which has an account already.")
        : Accounts.Count >= Most ? throw new FormatException($"Expected at most {Most} accounts.")
        : this with { Accounts = [.. Accounts.Append(account).OrderBy(one => one.Name, StringComparer.Ordinal)] };

    /// <exception cref="FormatException">There is no such account.</exception>
    public AccountBook Without(string name) => Find(name) is null
        ? throw new FormatException($"Expected the name of an account, found '{name}'.")
        : this with { Accounts = [.. Accounts.Where(account => account.Name != name)] };

    /// <exception cref="FormatException">There are too many.</exception>
    public AccountBook With(ApiKey key) => Keys.Count >= Most
        ? throw new FormatException($"Expected at most {Most} keys, revoked ones included.")
        : this with { Keys = [.. Keys, key] };

    /// <summary>Takes a key away for good; one that was taken away before stays so.</summary>
    /// <exception cref="FormatException">There is no such key.</exception>
    public AccountBook Revoke(string id, DateTimeOffset now) => !Keys.Any(key => key.Id == id)
        ? throw new FormatException($"Expected the id of a key, found '{id}'.")
        : this with { Keys = [.. Keys.Select(key => key.Id == id ? key with { Revoked = key.Revoked ?? now } : key)] };
}
