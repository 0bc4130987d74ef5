using Spoor.Response.Suspensions;
using Spoor.Transfers;

namespace Spoor.Web.Pages.Suspensions;

/// <summary>What somebody is likely to ask of the exchange, where they were when they wanted to; they may change it before it is asked.</summary>
/// <param name="Incident">Whose log keeps it; null where it is to be chosen.</param>
public sealed record SuspensionQuestion(string? Incident)
{
    /// <summary>Those to choose from, the likeliest first.</summary>
    public IReadOnlyList<string> Incidents { get; init; } = [];

    public SuspensionWish Wish { get; init; } = SuspensionWish.Suspend;

    public IReadOnlyList<ServiceDirection> Directions { get; init; } = [ServiceDirection.Withdrawals];

    public string Asset { get; init; } = "";

    public string Chain { get; init; } = "";

    public string Why { get; init; } = "";

    /// <summary>Names to pick from; others may be written.</summary>
    public IReadOnlyList<string> Assets { get; init; } = [];

    internal static IReadOnlyList<string> Chains { get; } = [.. ChainRegistry.Known.Select(chain => chain.Name).Order(StringComparer.Ordinal)];
}
