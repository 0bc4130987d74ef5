using System.Text.Json;
using System.Text.Json.Serialization;
using Spoor.Web.Api.MistTrack;

namespace Spoor.Web.Api;

/// <summary>Name and password, to sign in.</summary>
public sealed record SignIn(string Name, string Password);

/// <summary>A new account.</summary>
/// <param name="Role">viewer, investigator, responder or admin.</param>
public sealed record NewAccount(string Name, string Role, string Password);

/// <summary>A new key.</summary>
/// <param name="Name">Who or what it is for.</param>
/// <param name="Role">viewer, investigator, responder or admin.</param>
public sealed record NewKey(string Name, string Role);

/// <summary>What to trace.</summary>
/// <remarks>Set and not init: what a body leaves out must keep its default, and the generated reader gives init members none.</remarks>
public sealed record TraceOrder
{
    /// <summary>Transactions, or single transfers of one as TX:INDEX or TX:PHASE:INDEX.</summary>
    public IReadOnlyList<string> Thefts { get; set; } = [];

    /// <summary>Addresses: all that each received, or sent where the direction is in.</summary>
    public IReadOnlyList<string> Seeds { get; set; } = [];

    /// <summary>Addresses: all that each holds at a moment.</summary>
    public IReadOnlyList<string> Holdings { get; set; } = [];

    /// <summary>The moment of holdings.</summary>
    public string? At { get; set; }

    /// <summary>The chain of bare addresses and hashes.</summary>
    public string? Chain { get; set; }

    /// <summary>Seeds: only what they received from then on.</summary>
    public string? Since { get; set; }

    /// <summary>Seeds: only what they received until then.</summary>
    public string? Until { get; set; }

    /// <summary>The taint rule.</summary>
    public string Rule { get; set; } = "haircut";

    /// <summary>out: where did it go; in: where did it come from.</summary>
    public string Direction { get; set; } = "out";

    /// <summary>Whether what was got in exchange is stolen, too.</summary>
    public bool FollowSwaps { get; set; } = true;

    /// <summary>Follow no further than this from the theft.</summary>
    public int? MaxHops { get; set; }

    /// <summary>Follow for so many days after the theft.</summary>
    public int? Days { get; set; }

    /// <summary>Addresses that are followed through whatever speaks for a stop there.</summary>
    public IReadOnlyList<string> Through { get; set; } = [];

    /// <summary>Addresses at which the trace stops.</summary>
    public IReadOnlyList<string> StopAt { get; set; } = [];

    /// <summary>Whether labels of the store and of incidents stop the trace.</summary>
    public bool UseLabels { get; set; } = true;
}

/// <summary>What to screen.</summary>
/// <param name="Addresses">1 to 10,000 addresses or CAIP-10 accounts.</param>
/// <param name="Chain">The chain of bare addresses; all chains at hand where it is left out.</param>
/// <param name="Since">An earlier answer: what changed since, and why.</param>
public sealed record ScreenOrder(IReadOnlyList<string> Addresses, string? Chain = null, JsonElement? Since = null);

/// <summary>A moment of a response that the clock counts from.</summary>
/// <param name="At">When it happened; now where it is left out.</param>
public sealed record NewNote(string Milestone, string Why, string? At = null);

/// <summary>An item of the list that must be done before an asset is opened again.</summary>
public sealed record NewCheck(string Asset, string Item, string Why);

/// <summary>What the exchange is asked.</summary>
/// <param name="Want">suspend or resume.</param>
/// <param name="Direction">deposits or withdrawals.</param>
/// <param name="Anew">Give up a wish that is not confirmed and ask under a new key.</param>
/// <param name="Override">Open although the checklist has open items; the reason is kept.</param>
public sealed record NewSuspension(string Want, string Asset, string Chain, string Direction, string Why, bool Anew = false, string? Override = null);

/// <summary>What somebody says who saw an alert.</summary>
/// <param name="Note">What becomes of it; kept with the name and the time.</param>
public sealed record NewAcknowledgement(string Note);

/// <summary>A watch to replay over the transfers of the store.</summary>
/// <param name="Watch">The text of a watch file; left out, the one that the server has.</param>
/// <param name="Prices">The text of a price file; left out, the one that the server has.</param>
/// <param name="Recipients">The text of a file of recipients' past; left out, the one that the server has.</param>
public sealed record NewReplay(string? Watch = null, string? Prices = null, string? Recipients = null);

/// <summary>What is sealed.</summary>
/// <param name="AsOf">Only what was published and learned by the end of this day; all where it is left out.</param>
/// <param name="Desk">Whether what was done about the incident is sealed, too.</param>
public sealed record NewSeal(string? AsOf = null, bool Desk = false);

/// <summary>How bodies are read: of bounded depth, every member known and there once.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    MaxDepth = 20,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(NewAccount))]
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(TraceOrder))]
[JsonSerializable(typeof(ScreenOrder))]
[JsonSerializable(typeof(NewNote))]
[JsonSerializable(typeof(NewCheck))]
[JsonSerializable(typeof(NewSuspension))]
[JsonSerializable(typeof(NewAcknowledgement))]
[JsonSerializable(typeof(NewReplay))]
[JsonSerializable(typeof(MistTrackTask))]
[JsonSerializable(typeof(NewSeal))]
public sealed partial class Bodies : JsonSerializerContext;
