using Spoor.Incidents;
using Spoor.Reporting;
using Spoor.Tracing;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>Where the money is as far as the data go, before all else: sums by class that add up to the theft, and the places to look at first.</summary>
internal static class WhereaboutsText
{
    // Who stole more kinds of coins than this is read by a program.
    private const int MaxAssets = 8;
    private const int MaxPlaces = 10;
    private const int MaxWhy = 160;

    public static void Write(Terminal terminal, Whereabouts whereabouts, AmountText amounts)
    {
        var assets = whereabouts.Assets.Where(asset => !whereabouts.WholeOf(asset).IsZero).OrderByDescending(amounts.Knows).ToList();
        int known = assets.Count(amounts.Knows);
        var shown = assets.Take(known > 0 ? Math.Min(known, MaxAssets) : MaxAssets).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        bool forward = whereabouts.Trace.Request.Direction == TraceDirection.Out;
        terminal.Heading(forward ? "Where the money is, as far as the data go" : "Where the money came from");
        terminal.Table(
            [forward ? "Stolen" : "To explain", "Class", ">Addresses", ">Amount", ">Share"], shown.SelectMany(asset => RowsOf(whereabouts, asset, amounts)));
        if (assets.Count > shown.Count)
        {
            terminal.Line($"  … and {Counted.Of(assets.Count - shown.Count, "asset", "assets")} more (--json has all)");
        }

        terminal.Line($"  {EndsOf(whereabouts)}");
        terminal.Line();
        WritePlaces(terminal, whereabouts, shown, amounts);
    }

    private static IEnumerable<IReadOnlyList<string>> RowsOf(Whereabouts whereabouts, AssetId asset, AmountText amounts)
    {
        var whole = whereabouts.WholeOf(asset);
        string name = amounts.ShortNameOf(asset);
        foreach (var sum in whereabouts.SumsOf(asset))
        {
            yield return [name, TerminalNames.WordOf(sum.Class), sum.Addresses == 0 ? "" : Counted.Of(sum.Addresses), amounts.Of(asset, sum.Amount), AmountText.Share(sum.Amount, whole)];
            name = "";
        }

        yield return ["", "all", "", amounts.Of(asset, whole), "100.0 %"];
    }

    // Nothing is said of what happened later.
    private static string EndsOf(Whereabouts whereabouts)
    {
        var chains = whereabouts.Places.Select(place => place.Chain).Distinct().Order()
            .Select(chain => $"{IncidentWallet.TitleOf(chain.Value)} {(whereabouts.EndOf(chain) is { } end ? $"on {Rendered.Moment(end)}" : "at a time that they do not state")}").ToList();
        return chains.Count > MaxAssets
            ? $"The data end: {string.Join(", ", chains.Take(MaxAssets))}, and {Counted.Of(chains.Count - MaxAssets, "chain", "chains")} more (--json has all)."
            : $"The data end: {string.Join(", ", chains)}.";
    }

    private static void WritePlaces(Terminal terminal, Whereabouts whereabouts, List<AssetId> shown, AmountText amounts)
    {
        var rows = whereabouts.Places
            .Where(place => place.Class is not (TerminalClass.Fees or TerminalClass.Lost or TerminalClass.Burned) && place.Amounts.Any(amount => shown.Contains(amount.Key)))
            .ToList();
        terminal.Heading("Look there first");
        terminal.Table(
            ["Address", "Class", ">Amount", "Of", ">Share", ">Rank", "Why"], rows.Take(MaxPlaces).Select(place => RowOf(whereabouts, place, shown, amounts)));
        if (rows.Count > MaxPlaces)
        {
            terminal.Line($"  … and {Counted.Of(rows.Count - MaxPlaces, "place", "places")} more (below, and --json)");
        }

        terminal.Line($"  {Ranked(whereabouts)}");
        if (rows.Any(place => place.Class is TerminalClass.Active or TerminalClass.Dormant))
        {
            terminal.Line("  Held: the data show no payment out; transfers that were selected, not read from a node, may lack it.");
        }

        terminal.Line();
    }

    // One row a place: of several stolen assets the one of which it has the largest share.
    private static IReadOnlyList<string> RowOf(Whereabouts whereabouts, RestingPlace place, List<AssetId> shown, AmountText amounts)
    {
        var all = place.Amounts.Where(amount => shown.Contains(amount.Key)).OrderByDescending(amount => whereabouts.PerMillion(amount)).ToList();
        var (asset, amount) = all[0];
        return
        [
            PlaceOf(place), TerminalNames.WordOf(place.Class), amounts.Of(asset, amount), all.Count == 1 ? amounts.ShortNameOf(asset) : $"{amounts.ShortNameOf(asset)} + {all.Count - 1} more",
            AmountText.Share(amount, whereabouts.WholeOf(asset)), place.Rank is { } rank ? Counted.Of(rank) : "", Brief(place.Why),
        ];
    }

    private static string Ranked(Whereabouts whereabouts) => whereabouts.Gap switch
    {
        null => "Rank: how soon ttr-redirect comes to look there, from the theft, whatever the rule (docs/methods/terminals.md).",
        RankGap.NotAsked => "No rank was asked for (spoor rank).",
        RankGap.NoSeed => "No rank: the theft names no address at which a ranking could begin.",
        RankGap.ManySeeds => "No rank: the theft begins at too many addresses or in too many assets (spoor rank).",
        _ => "No rank: it would have to read more addresses than the trace did (spoor rank).",
    };

    private static string PlaceOf(RestingPlace place)
    {
        if (place.Address is not { } address)
        {
            return place.Class switch
            {
                TerminalClass.Bridge => "(between two chains)",
                TerminalClass.Issued => "(newly issued)",
                _ => "(no address)",
            };
        }

        return AddressText.Render(place.Chain, address);
    }

    private static string Brief(string why) => why.Length <= MaxWhy ? why : $"{why[..MaxWhy]}…";
}
