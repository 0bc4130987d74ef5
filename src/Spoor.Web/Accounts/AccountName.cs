using System.Text.RegularExpressions;

namespace Spoor.Web.Accounts;

/// <summary>What accounts and keys are called.</summary>
public static partial class AccountName
{
    /// <summary>Who comes in with the one-time token of the terminal; no account may be called so.</summary>
    public const string Local = "local";

    /// <exception cref="FormatException">No such name.</exception>
    public static string Checked(string? name) => name is not null && Allowed().IsMatch(name) && name != Local
        ? name
        : throw new FormatException($"name: expected 1 to 64 letters, digits and the signs . _ @ -, beginning with a letter or digit, and not '{Local}'.");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._@-]{0,63}\z")]
    private static partial Regex Allowed();
}
