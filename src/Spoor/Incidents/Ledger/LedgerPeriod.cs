using System.Globalization;

namespace Spoor.Incidents.Ledger;

/// <summary>Days from the first to the last, both included, as a figure's publisher names them.</summary>
public sealed record LedgerPeriod(string Text, DateOnly First, DateOnly Last) : IComparable<LedgerPeriod>
{
    public static LedgerPeriod OfYear(int year) => new(year.ToString(CultureInfo.InvariantCulture), new(year, 1, 1), new(year, 12, 31));

    /// <summary>Reads <c>2023</c>, <c>2023-08</c>, <c>2023-Q3</c>, <c>2023-01..2023-08</c>, <c>2023-01..2023-09-13</c>.</summary>
    public static bool TryParse(string text, out LedgerPeriod period)
    {
        period = OfYear(2000);
        string[] ends = text.Split("..");
        if (ends.Length > 2 || !TryEnd(ends[0], out var first) || !TryEnd(ends[^1], out var last) || first.First > last.Last)
        {
            return false;
        }

        period = new(text, first.First, last.Last);
        return true;
    }

    public bool Holds(LedgerDate date) => date.First >= First && date.Last <= Last;

    /// <summary>By last day, then the longer first, so that a year to date stands before its last month.</summary>
    public int CompareTo(LedgerPeriod? other) => other is null ? 1 : (Last, First).CompareTo((other.Last, other.First));

    private static bool TryEnd(string text, out (DateOnly First, DateOnly Last) days)
    {
        if (text.Length == 7 && text[5] == 'Q' && text[6] is >= '1' and <= '4' && LedgerDate.TryParse($"{text[..5]}{((text[6] - '1') * 3) + 1:00}", out var quarter))
        {
            days = (quarter.First, quarter.First.AddMonths(3).AddDays(-1));
            return true;
        }

        bool holds = LedgerDate.TryParse(text, out var date);
        days = (date.First, holds ? date.Last : default);
        return holds;
    }
}
