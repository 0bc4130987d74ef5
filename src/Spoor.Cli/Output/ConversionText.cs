using Spoor.Tracing;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>What stolen value was exchanged for on its way, and the bridges it took.</summary>
internal static class ConversionText
{
    private const int MaxRows = 15;

    public static void Write(Terminal terminal, Trace trace, AmountText amounts)
    {
        if (trace.Conversions.Count == 0)
        {
            return;
        }

        terminal.Heading("Exchanged on the way");
        terminal.Table(
            ["Time", "By", ">Gave", "Of", ">Got", "Of", "Over"],
            trace.Conversions.OrderByDescending(traced => traced.Origin).Take(MaxRows).OrderBy(traced => traced.Conversion.First.Time).Select(traced => RowOf(traced, amounts)));
        if (trace.Conversions.Count > MaxRows)
        {
            terminal.Line($"  … and {Counted.Of(trace.Conversions.Count - MaxRows, "smaller one", "smaller ones")} (--json has all)");
        }

        terminal.Line("  Gave and got are the stolen parts alone; --json has the whole amounts beside them.");
        terminal.Line();
    }

    // Certain and likely must not look alike.
    private static string OverOf(Crossing crossing) => crossing.MatchedBy switch
    {
        null => crossing.Name,
        "id" or "fields" or "refund" when crossing.Payout is not null => $"{crossing.Name}, by {crossing.MatchedBy}",
        "ambiguous" => $"{crossing.Name}, several payouts fit",
        var how => $"{crossing.Name}, a payout fits by {how}: not followed",
    };

    private static IReadOnlyList<string> RowOf(TracedConversion traced, AmountText amounts)
    {
        var conversion = traced.Conversion;
        List<(AssetId Asset, Amount Amount)> given = [.. conversion.Given.Select((side, i) => (side.Asset, traced.Given[i]))];
        List<(AssetId Asset, Amount Amount)> received = traced.Crossing is null
            ? [.. conversion.Received.Select((side, i) => (side.Asset, traced.Received[i]))]
            : traced.Arrival is { } arrival ? [(arrival.Asset, traced.Received[0])] : [];
        return
        [
            conversion.First.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), AddressText.Render(conversion.First.Chain, conversion.Address),
            string.Join(" + ", given.Select(side => amounts.Of(side.Asset, side.Amount))), string.Join(" + ", given.Select(side => amounts.ShortNameOf(side.Asset))),
            string.Join(" + ", received.Select(side => amounts.Of(side.Asset, side.Amount))),
            received.Count == 0 ? "not known yet" : string.Join(" + ", received.Select(side => amounts.ShortNameOf(side.Asset))),
            traced.Crossing is { } crossing ? OverOf(crossing) : conversion.AssumesEqualParts ? "a swap, parts taken for equal" : "a swap",
        ];
    }
}
