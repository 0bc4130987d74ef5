using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Spoor.Web.Accounts;

namespace Spoor.Web.Serving;

/// <summary>What a route is for, who may use it and what it answers: the server holds to it, and the API document tells it.</summary>
/// <param name="Document">The format of the answer, such as <c>trace/1</c>; empty where it has none.</param>
public sealed record RouteWords(string Document, IReadOnlyList<Problem> Refusals)
{
    /// <summary>Refusals that any route has.</summary>
    public static IReadOnlyList<Problem> Common { get; } = [Problem.Unauthenticated, Problem.Forbidden, Problem.TooManyRequests];
}

/// <summary>That a route takes bytes and not JSON: what the API document says of them.</summary>
/// <param name="Files">The files of a form; none where the body is the file.</param>
internal sealed record RouteBytes(string ContentType, params IReadOnlyList<string> Files);

/// <summary>Puts words to routes.</summary>
internal static class RouteTelling
{
    /// <param name="name">Unique; what a generated client calls it.</param>
    public static RouteHandlerBuilder Tells(this RouteHandlerBuilder route, string name, string summary, string document, params IReadOnlyList<Problem> refusals) => route
        .WithName(name)
        .WithSummary(summary)
        .WithMetadata(new RouteWords(document, refusals));

    /// <summary>Lets in whoever has at least a role.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder route, Role role) => route
        .RequireAuthorization(NeededRole.PolicyOf(role))
        .WithMetadata(new NeededRole(role));

    /// <summary>What the route answers when all is well.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder route, int status, string contentType = DocumentAnswer.Json) =>
        route.WithMetadata(new ProducesResponseTypeMetadata(status, null, [contentType]));
}
