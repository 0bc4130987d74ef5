using System.Globalization;
using Spoor.Tracing;
using Spoor.Tracing.Ranking;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>A ranking as a page: the addresses in order, and what they rest on.</summary>
internal static class RankText
{
    // A page is read, not scrolled; --top and --json have more.
    private const int UsualRows = 25;

    /// <param name="words">The command that made the ranking, to be repeated with a word more.</param>
    public static void Write(Terminal terminal, RankedList list, int? top, string words)
    {
        var request = list.Request;
        string way = !request.Method.HasDirection ? "both ways" : request.Direction == TraceDirection.Out ? "forward" : "backward";
        terminal.Heading($"Ranked {way} by {request.Method.Name} ({request.Method.Title})");
        terminal.Line();
        int rows = top ?? UsualRows;
        terminal.Table(
            [">#", "Address", ">Share", ">Held", "Near", "Label"],
            list.Addresses.Take(rows).Select((one, i) => (IReadOnlyList<string>)
            [
                Counted.Of(i + 1), AddressText.Render(request.Chain, one.Address), PerCent(one.Share), PerCent(one.Held),
                i < list.Community ? "yes" : "", request.Stops.Labels.Of(request.Chain, one.Address)?.Name ?? "",
            ]));
        if (list.Addresses.Count > rows)
        {
            terminal.Line($"  … and {Counted.Of(list.Addresses.Count - rows, "address", "addresses")} more (--top N, or --json)");
        }

        terminal.Line();
        terminal.Line($"  {Counted.Of(list.Addresses.Count, "address", "addresses")} ranked from {Counted.Of(request.Seeds.Count, "seed", "seeds")} in {Counted.Of(list.Pushes, "push", "pushes")}; near are the first {Counted.Of(list.Community)}, around which hardly any share is left.");
        terminal.Line($"  Of {Counted.Of(request.Seeds.Count, "unit", "units")} of mass {Number(list.Mass.Settled)} settled on the way, {Number(list.Mass.Held)} is held where nothing took it on, {Number(list.Mass.Waiting)} was too little to pass on.");
        terminal.Line("  A rank orders attention and is no amount: 'spoor trace' says what was stolen and where it is.");
        terminal.Next(($"{words} --json", "everything, for programs"));
    }

    private static string PerCent(decimal share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static string Number(decimal mass) => mass.ToString("0.000000", CultureInfo.InvariantCulture);
}
