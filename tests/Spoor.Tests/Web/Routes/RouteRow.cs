using System.Net;
using Spoor.Tests.Web.Serving;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Routes;

/// <summary>How one route of the API is asked rightly and wrongly.</summary>
/// <param name="Route">As the API document names it: <c>GET /api/v1/status</c>.</param>
/// <param name="Least">The least role that may ask; null where anybody may.</param>
/// <param name="Good">A path that is answered, with <c>{0}</c> for what <see cref="Prepare"/> made.</param>
/// <param name="Bad">What is refused; where a route takes no input, another method is.</param>
internal sealed record RouteRow(string Route, Role? Least, string Good, Ask Bad)
{
    public string Method => Route.Split(' ')[0];

    /// <summary>What is sent with the good path; null for nothing.</summary>
    public string? Body { get; init; }

    /// <summary>How the body is called; what is no JSON has limits of its own.</summary>
    public string BodyType { get; init; } = "application/json";

    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>The document that comes; empty for something else than one of ours.</summary>
    public string Document { get; init; } = "";

    /// <summary>Makes what the good path is about, and says what it is called.</summary>
    public Func<ServedCase, Task<string>>? Prepare { get; init; }

    /// <summary>Whether the answer goes on until whoever asked goes.</summary>
    public bool IsStream { get; init; }

    public override string ToString() => Route;
}

/// <summary>Something wrong to ask.</summary>
/// <param name="Code">Of the refusal.</param>
internal sealed record Ask(string Path, string Code, string? Body = null, string? Method = null);
