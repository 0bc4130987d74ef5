using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;
using Spoor.Web.Accounts;

namespace Spoor.Web.Pages;

/// <summary>Asks again and again whether a page that stays open still belongs to somebody with a session.</summary>
internal sealed class OpenPageAuthentication(ILoggerFactory logging, SessionBook sessions) : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) => Task.FromResult(
        Caller.Of(authenticationState.User)?.SessionHash is { } hash && sessions.FindByHash(hash) is not null);
}
