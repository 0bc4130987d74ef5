using Spoor.Tracing;
using Spoor.Transfers;
using Spoor.Workspace.Questions;

namespace Spoor.Web.Api;

/// <summary>What a trace is asked for over HTTP, as a request of the engine.</summary>
internal static class TraceRequests
{
    private const int MostClaims = 200;
    private const int MostHops = 1_000;
    private const int MostDays = 36_500;

    /// <exception cref="FormatException">The order is not as described.</exception>
    public static TraceRequest Of(TraceOrder order)
    {
        var chain = order.Chain is { } name ? ChainRegistry.Find(name).Id : (ChainId?)null;
        var rule = TaintRule.All.FirstOrDefault(known => known.Name == order.Rule)
            ?? throw new FormatException($"rule: expected one of {string.Join(", ", TaintRule.All.Select(known => known.Name))}, found '{order.Rule}'.");
        var stops = new StopRules();
        return new()
        {
            Rule = rule,
            Claims = ClaimsOf(order, chain),
            Direction = order.Direction switch
            {
                "out" => TraceDirection.Out,
                "in" => TraceDirection.In,
                _ => throw new FormatException($"direction: expected out or in, found '{order.Direction}'."),
            },
            FollowSwaps = order.FollowSwaps,
            Stops = stops with
            {
                MaxHops = Within("maxHops", order.MaxHops, stops.MaxHops, MostHops),
                Horizon = order.Days is { } days ? TimeSpan.FromDays(Within("days", days, 0, MostDays)) : stops.Horizon,
                Through = AccountsOf(order.Through, chain),
                StopAt = AccountsOf(order.StopAt, chain),
            },
        };
    }

    private static List<TheftClaim> ClaimsOf(TraceOrder order, ChainId? chain)
    {
        int count = order.Thefts.Count + order.Seeds.Count + order.Holdings.Count;
        if (count is 0 or > MostClaims)
        {
            throw new FormatException($"Expected what was stolen, 1 to {MostClaims} thefts, seeds and holdings, found {count}.");
        }

        if (order.Holdings.Count > 0 && order.At is null)
        {
            throw new FormatException("at: expected a time beside holdings.");
        }

        var since = order.Since is { } from ? MomentText.Parse(from, endOfDay: false) : (DateTimeOffset?)null;
        var until = order.Until is { } to ? MomentText.Parse(to, endOfDay: true) : (DateTimeOffset?)null;
        return
        [
            .. order.Thefts.Select(text => TheftText.Parse(text, chain)),
            .. order.Seeds.Select(text => AccountText.Parse(text, chain)).Select(seed => new TheftClaim.BySeed(seed.Chain, seed.Address, since, until)),
            .. order.Holdings.Select(text => AccountText.Parse(text, chain)).Select(held => new TheftClaim.ByHolding(held.Chain, held.Address, MomentText.Parse(order.At!, endOfDay: true))),
        ];
    }

    private static HashSet<(ChainId Chain, Address Address)> AccountsOf(IReadOnlyList<string> texts, ChainId? chain) => texts.Count <= MostClaims
        ? [.. texts.Select(text => AccountText.Parse(text, chain))]
        : throw new FormatException($"through, stopAt: expected at most {MostClaims} addresses, found {texts.Count}.");

    private static int Within(string name, int? number, int usual, int most) => number is null ? usual
        : number >= 0 && number <= most ? number.Value
        : throw new FormatException($"{name}: expected 0 to {most}, found {number}.");
}
