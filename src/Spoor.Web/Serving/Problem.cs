using Microsoft.AspNetCore.Http;

namespace Spoor.Web.Serving;

/// <summary>A kind of refusal: its code never changes its meaning, so that programs can act on it; see <c>docs/api.md</c>.</summary>
/// <param name="Code">Words of small letters with hyphens.</param>
/// <param name="Title">The same for every refusal of the kind.</param>
public sealed record Problem(string Code, int Status, string Title)
{
    public static readonly Problem BadParameter = new("bad-parameter", StatusCodes.Status400BadRequest, "A parameter is not as described");
    public static readonly Problem BadAddress = new("bad-address", StatusCodes.Status400BadRequest, "Not an address");
    public static readonly Problem BadCursor = new("bad-cursor", StatusCodes.Status400BadRequest, "Not a cursor of this list");
    public static readonly Problem BadBody = new("bad-body", StatusCodes.Status400BadRequest, "The body is not as described");
    public static readonly Problem BadRequest = new("bad-request", StatusCodes.Status400BadRequest, "Not a request");
    public static readonly Problem Unauthenticated = new("unauthenticated", StatusCodes.Status401Unauthorized, "Nobody knows who asks");
    public static readonly Problem Forbidden = new("forbidden", StatusCodes.Status403Forbidden, "The role does not allow it");
    public static readonly Problem ForeignOrigin = new("foreign-origin", StatusCodes.Status403Forbidden, "Another site asked");
    public static readonly Problem NotFound = new("not-found", StatusCodes.Status404NotFound, "There is no such thing");
    public static readonly Problem NoRoute = new("no-route", StatusCodes.Status404NotFound, "There is no such route");
    public static readonly Problem WrongMethod = new("wrong-method", StatusCodes.Status405MethodNotAllowed, "The route has no such method");
    public static readonly Problem Conflict = new("conflict", StatusCodes.Status409Conflict, "It does not fit what is there");
    public static readonly Problem NotReady = new("not-ready", StatusCodes.Status409Conflict, "It is not done yet");
    public static readonly Problem NoHook = new("no-hook", StatusCodes.Status409Conflict, "The server has no hook of the exchange");
    public static readonly Problem DeskBusy = new("desk-busy", StatusCodes.Status409Conflict, "Somebody else writes on the desk");
    public static readonly Problem TooLarge = new("too-large", StatusCodes.Status413PayloadTooLarge, "The body is too large");
    public static readonly Problem WrongMediaType = new("wrong-media-type", StatusCodes.Status415UnsupportedMediaType, "The body has another form");
    public static readonly Problem WrongHost = new("wrong-host", StatusCodes.Status421MisdirectedRequest, "The server does not go by this name");
    public static readonly Problem TooMany = new("too-many", StatusCodes.Status422UnprocessableEntity, "There is more of it than one answer holds");
    public static readonly Problem TooManyRequests = new("too-many-requests", StatusCodes.Status429TooManyRequests, "Too many requests");
    public static readonly Problem TooManyGuesses = new("too-many-guesses", StatusCodes.Status429TooManyRequests, "Too many wrong guesses");
    public static readonly Problem Fault = new("fault", StatusCodes.Status500InternalServerError, "An error in Spoor");
    public static readonly Problem DataFault = new("data-fault", StatusCodes.Status500InternalServerError, "A file of the server is not as it should be");
    public static readonly Problem Busy = new("busy", StatusCodes.Status503ServiceUnavailable, "Too much work is waiting");
    public static readonly Problem Store = new("store", StatusCodes.Status503ServiceUnavailable, "The store refused");
    public static readonly Problem Slow = new("slow", StatusCodes.Status503ServiceUnavailable, "It took too long");

    /// <summary>All of them, by status and code.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        BadAddress, BadBody, BadCursor, BadParameter, BadRequest, Unauthenticated, Forbidden, ForeignOrigin, NoRoute, NotFound, WrongMethod, Conflict, DeskBusy,
        NoHook, NotReady, TooLarge, WrongMediaType, WrongHost, TooMany, TooManyGuesses, TooManyRequests, DataFault, Fault, Busy, Slow, Store,
    ];

    /// <summary>The URI that names the kind; it leads nowhere and stays the same.</summary>
    public string Type => $"urn:spoor:problem:{Code}";
}
