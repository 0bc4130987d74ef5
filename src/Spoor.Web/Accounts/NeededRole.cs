namespace Spoor.Web.Accounts;

/// <summary>On a route: the least role that may use it.</summary>
public sealed record NeededRole(Role Role)
{
    /// <summary>What the policy of a role is called.</summary>
    public static string PolicyOf(Role role) => $"at least {role.Word()}";
}
