using Spoor.Reporting.Flows;
using Spoor.Reporting.Flows.Views;
using Spoor.Tracing;
using Spoor.Transfers;
using Spoor.Web.Api;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Flow;

/// <summary>Whose flow a page shows: that of an incident, or of thefts that somebody names.</summary>
internal sealed record FlowQuestion
{
    private const int MaxText = 4_000;

    /// <summary>Null where thefts are named.</summary>
    public string? Incident { get; init; }

    /// <summary>Transactions, or single transfers of one, with commas between; null for none.</summary>
    public string? Thefts { get; init; }

    /// <summary>Addresses that received what was stolen, with commas between; null for none.</summary>
    public string? Seeds { get; init; }

    /// <summary>The chain of bare addresses and hashes.</summary>
    public string? Chain { get; init; }

    /// <summary><c>stolen</c> where what a seed spends without having been seen to receive it is stolen, too.</summary>
    public string? Opening { get; init; }

    public string Key => string.Join('\n', Incident, Thefts, Seeds, Chain, Opening);

    /// <summary>The request of a trace of named thefts, as a view wants it followed.</summary>
    /// <exception cref="RefusalException">They are not as described.</exception>
    public TraceRequest RequestOf(FlowView view)
    {
        if ((Thefts?.Length ?? 0) + (Seeds?.Length ?? 0) > MaxText)
        {
            throw new RefusalException(Problem.BadParameter, $"theft, seed: expected at most {MaxText} letters.");
        }

        var request = Asked.Read(Problem.BadParameter, () => TraceRequests.Of(new() { Thefts = Words(Thefts), Seeds = Words(Seeds), Chain = Chain, Rule = view.Rule.Name }));
        return request with
        {
            Stops = WithChoices(request.Stops, view),
            OpeningStolen = Opening switch
            {
                null or "clean" => false,
                "stolen" => true,
                _ => throw new RefusalException(Problem.BadParameter, "opening: expected clean or stolen."),
            },
        };
    }

    /// <summary>Stops with what a view follows through and stops at.</summary>
    public static StopRules WithChoices(StopRules stops, FlowView view) => stops with { Through = AccountsOf(view.Through), StopAt = AccountsOf(view.StopAt) };

    private static HashSet<(ChainId Chain, Address Address)> AccountsOf(IEnumerable<FlowPlace> places) =>
        [.. places.Where(place => place.Address is not null).Select(place => (place.Chain, place.Address!.Value))];

    private static string[] Words(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
