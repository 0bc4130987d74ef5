namespace Spoor.Web.Accounts;

/// <summary>Where somebody without a session is sent, and where from there.</summary>
internal static class SignInPath
{
    public const string Path = "/signin";

    public const string Parameter = "to";

    /// <summary>The page to sign in at, on the way to another.</summary>
    public static string Before(string target) => target is "" or "/" ? Path : $"{Path}?{Parameter}={Uri.EscapeDataString(target)}";

    /// <summary>Where to go afterwards: a page of this server and nothing else, whatever the URL says.</summary>
    public static string After(string? target) =>
        target is ['/', not ('/' or '\\'), ..] && !target.Any(char.IsControl) && !target.Contains('\\', StringComparison.Ordinal) ? target : "/";
}
