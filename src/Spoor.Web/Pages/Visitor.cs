using Microsoft.AspNetCore.Components.Authorization;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages;

/// <summary>Who looks at a page. Their session is looked up anew for every act, because a page may stay open after it ended.</summary>
internal sealed class Visitor(AuthenticationStateProvider authentication, SessionBook sessions)
{
    /// <exception cref="RefusalException">The session is over.</exception>
    public async Task<Caller> NowAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return Caller.Of(state.User)?.SessionHash is { } hash && sessions.FindByHash(hash) is { } caller
            ? caller
            : throw new RefusalException(Problem.Unauthenticated, "Your session is over; sign in again.");
    }

    /// <summary>Whoever looks, if they may do what a role may.</summary>
    /// <exception cref="RefusalException">They may not, or the session is over.</exception>
    public async Task<Caller> AtLeastAsync(Role role)
    {
        var caller = await NowAsync();
        return caller.Role >= role
            ? caller
            : throw new RefusalException(Problem.Forbidden, $"This needs the role {role.Word()}; you have {caller.Role.Word()}.");
    }
}
