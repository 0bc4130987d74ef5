using CsCheck;
using Spoor.Incidents.Ledger;

namespace Spoor.Tests.Incidents.Ledger;

/// <summary>Entries of made-up ledgers, dense enough that most of them have a twin.</summary>
internal static class LedgerRows
{
    private static readonly string[] Victims = ["Stake.com", "Stake", "Mixin Network", "Mixin", "Curve, Vyper", "CurveFinance", "Conic Finance", "Conic Finance 02", "Alphapo"];

    public static Gen<List<LedgerEntry>> Ledgers { get; } =
        Gen.Select(Gen.Int[0, 3], Gen.OneOf(Victims), Gen.Int[0, 40], Gen.Int[0, 5], Gen.Int[0, 6]).List[0, 24].Select(rows =>
            rows.Select((row, place) => Entry(
                $"ledger{row.Item1}", $"{place}", row.Item2, LedgerDate.OfDay(new DateOnly(2023, 9, 1).AddDays(row.Item3)),
                row.Item4 == 0 ? null : 1_000_000m * row.Item4, row.Item5 == 0 ? ["0xaa"] : [])).ToList());

    public static Gen<(List<LedgerEntry> Entries, List<MergeDecision> Decisions)> Decided { get; } =
        Ledgers.Where(entries => entries.Count > 1).SelectMany(entries => Gen.Select(Gen.Bool, Gen.Int[0, entries.Count - 1], Gen.Int[0, entries.Count - 1]).List[0, 6]
            .Select(drawn => (entries, drawn.Where(one => one.Item2 != one.Item3).Select((one, place) => new MergeDecision(
                place + 1, one.Item1 ? MergeKind.Merge : MergeKind.Split, entries[one.Item2].Id, one.Item1 ? entries[one.Item3].Id : null, "drawn")).ToList())));

    public static LedgerEntry Entry(string source, string id, string victim, LedgerDate date, decimal? usd, params string[] transactions) => new()
    {
        Source = source,
        OwnId = id,
        Victim = victim,
        Date = date,
        Usd = usd,
        Stated = usd?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        Transactions = transactions,
    };

    public static LedgerEntry Entry(string source, string victim, string date, decimal? usd, params string[] transactions) =>
        Entry(source, $"{date}-{victim}", victim, LedgerDate.Parse(date), usd, transactions);

    /// <summary>Incidents as the sets of ids that make them.</summary>
    public static string[] Shape(this IEnumerable<LedgerIncident> incidents) =>
        [.. incidents.Select(incident => string.Join('+', incident.Entries.Select(entry => entry.Id))).Order(StringComparer.Ordinal)];
}
