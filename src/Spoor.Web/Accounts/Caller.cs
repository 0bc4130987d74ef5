using System.Security.Claims;

namespace Spoor.Web.Accounts;

/// <summary>Who asks, and what they may.</summary>
/// <param name="Name">Of the account or key, or <see cref="AccountName.Local"/>.</param>
/// <param name="Means">How they showed who they are: <c>session</c> or <c>key ID</c>.</param>
public sealed record Caller(string Name, Role Role, string Means)
{
    private const string MeansClaim = "means";
    private const string SessionClaim = "session";
    private const string Session = "session";

    /// <summary>The hash of the secret of the session; null for a key.</summary>
    public string? SessionHash { get; init; }

    /// <summary>Whether a browser sends what shows who it is by itself, also when a foreign page makes it ask.</summary>
    public bool IsBySession => Means == Session;

    /// <summary>One who signed in.</summary>
    public static Caller BySession(string name, Role role, string? hash = null) => new(name, role, Session) { SessionHash = hash };

    public static Caller ByKey(ApiKey key) => new(key.Name, key.Role, $"key {key.Id}");

    /// <summary>Null where nobody showed who they are.</summary>
    public static Caller? Of(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, Name: { } name }
        && Roles.TryParse(principal.FindFirstValue(ClaimTypes.Role), out var role)
        && principal.FindFirstValue(MeansClaim) is { } means
            ? new(name, role, means) { SessionHash = principal.FindFirstValue(SessionClaim) }
            : null;

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.Word()), new(MeansClaim, Means), .. SessionHash is { } hash ? [new Claim(SessionClaim, hash)] : Array.Empty<Claim>()], scheme));
}
