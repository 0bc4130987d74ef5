using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>A comparison of rules as a page: each destination, what the rules give, and whether that hangs on the rule.</summary>
internal static class ComparisonText
{
    private const int MaxRows = 30;

    public static void Write(Terminal terminal, RuleComparison comparison, AmountText amounts)
    {
        var known = comparison.Destinations.OrderByDescending(destination => amounts.Knows(destination.Asset)).Take(MaxRows).ToList();
        foreach (var ofAsset in known.GroupBy(destination => destination.Asset))
        {
            terminal.Heading($"{amounts.NameOf(ofAsset.Key)}, by rule");
            terminal.Table(
                ["Destination", "Depends", .. comparison.Traces.Select(trace => $">{trace.Request.Rule.Name}")],
                ofAsset.Select(destination => (IReadOnlyList<string>)
                [
                    NameOf(destination), WordOf(destination.Dependence), .. destination.Amounts.Select(amount => amounts.Brief(ofAsset.Key, amount)),
                ]));
            terminal.Line();
        }

        if (comparison.Destinations.Count > known.Count)
        {
            terminal.Line($"… and {Counted.Of(comparison.Destinations.Count - known.Count, "destination", "destinations")} more (--json has all)");
        }

        int firm = comparison.Destinations.Count(destination => destination.Dependence == RuleDependence.None);
        int whole = comparison.Destinations.Count(destination => destination.Dependence == RuleDependence.Whole);
        terminal.Line($"{Counted.Of(comparison.Destinations.Count, "destination", "destinations")}: {Counted.Of(firm)} the same under every rule that conserves value, "
            + $"{Counted.Of(comparison.Destinations.Count - firm - whole)} in amount only, {Counted.Of(whole)} reached by some rules only.");
        terminal.Line("Poison counts reach, not money, and is left out of the judgement.");
    }

    private static string NameOf(ComparedDestination destination)
    {
        string address = destination.Address is { } known ? AddressText.Render(destination.Asset.Chain, known) : "(no address)";
        string brief = address.Length > 16 ? $"{address[..8]}…{address[^6..]}" : address;
        return destination.Stop is { } stop ? $"{brief} {stop}" : brief;
    }

    private static string WordOf(RuleDependence dependence) => dependence switch
    {
        RuleDependence.None => "no",
        RuleDependence.Amount => "amount",
        _ => "yes",
    };
}
