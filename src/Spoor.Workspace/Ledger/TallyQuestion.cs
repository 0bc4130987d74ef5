using Spoor.Incidents.Ledger;

namespace Spoor.Workspace.Ledger;

/// <summary>What is to be summed, as people type it.</summary>
public static class TallyQuestion
{
    private const string Merged = "merged";

    /// <param name="until">Last month or day that counts; null for the end of the year.</param>
    /// <exception cref="FormatException">No such period.</exception>
    public static LedgerPeriod PeriodOf(int year, string? until)
    {
        if (year is < 2009 or > 2199)
        {
            throw new FormatException($"--year: expected a year from 2009 to 2199, found {year}.");
        }

        return until is null ? LedgerPeriod.OfYear(year)
            : LedgerPeriod.TryParse($"{year}-01..{until}", out var period) && period.Last.Year == year ? period
            : throw new FormatException($"--until: expected a month or a day of {year} such as {year}-08 or {year}-08-31, found '{until}'.");
    }

    /// <summary>The ledgers that count; empty for all.</summary>
    /// <param name="scope">Names with commas between, or <c>merged</c>.</param>
    /// <exception cref="FormatException">A ledger is not there.</exception>
    public static IReadOnlyList<string> SourcesOf(string scope, IndustryLedger ledger)
    {
        string[] named = scope.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named is [Merged])
        {
            return [];
        }

        return named.Length > 0 && named.All(ledger.Sources.Contains)
            ? named
            : throw new FormatException($"--scope: expected 'merged' or some of {string.Join(",", ledger.Sources)}, found '{scope}'.");
    }
}
