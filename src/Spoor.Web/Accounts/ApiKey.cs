using System.Text.RegularExpressions;

namespace Spoor.Web.Accounts;

/// <summary>A key with which a program asks, as it is kept: the key itself is shown once and never again.</summary>
/// <param name="Id">Names it in lists and logs; part of the key, and no secret.</param>
/// <param name="Sha256">Of the secret part.</param>
/// <param name="Revoked">Since when it opens nothing any more; null while it does.</param>
public sealed partial record ApiKey(string Id, string Name, Role Role, string Sha256, DateTimeOffset Created, DateTimeOffset? Revoked)
{
    private const string Prefix = "spoor_";
    private const int IdBytes = 6;

    /// <summary>A new key, and the text that its owner gets.</summary>
    public static (ApiKey Key, string Text) Draw(string name, Role role, DateTimeOffset now)
    {
        string id = Secret.DrawName(IdBytes);
        string secret = Secret.Draw();
        return (new(id, AccountName.Checked(name), role, Secret.Sha256Of(secret), now, null), $"{Prefix}{id}_{secret}");
    }

    /// <summary>The two parts of a key as it is shown; false for anything else.</summary>
    public static bool TryRead(string text, out string id, out string secret)
    {
        var match = Shown().Match(text);
        (id, secret) = (match.Groups[1].Value, match.Groups[2].Value);
        return match.Success;
    }

    [GeneratedRegex(@"\Aspoor_([0-9a-f]{12})_([0-9a-f]{64})\z")]
    private static partial Regex Shown();
}
