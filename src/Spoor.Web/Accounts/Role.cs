namespace Spoor.Web.Accounts;

/// <summary>What somebody may do; each may do all that those before it may.</summary>
public enum Role
{
    /// <summary>Look at everything.</summary>
    Viewer,

    /// <summary>Make traces and other long work, and export.</summary>
    Investigator,

    /// <summary>Write down acts of a response and ask the exchange to suspend.</summary>
    Responder,

    /// <summary>Give and take away accounts and keys, and read the audit log.</summary>
    Admin,
}

/// <summary>What options, files and answers call a role.</summary>
public static class Roles
{
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<Role>().Select(Word)];

    public static string Word(this Role role) => role switch
    {
        Role.Viewer => "viewer",
        Role.Investigator => "investigator",
        Role.Responder => "responder",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Expected a role."),
    };

    public static bool TryParse(string? word, out Role role)
    {
        int place = Words.ToList().IndexOf(word ?? "");
        role = place < 0 ? Role.Viewer : (Role)place;
        return place >= 0;
    }

    /// <exception cref="FormatException">There is no such role.</exception>
    public static Role Parse(string? word) => TryParse(word, out var role)
        ? role
        : throw new FormatException($"role: expected one of {string.Join(", ", Words)}, found '{word}'.");
}
