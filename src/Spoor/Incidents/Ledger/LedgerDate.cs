using System.Globalization;

namespace Spoor.Incidents.Ledger;

/// <summary>A date as exactly as a ledger gives it: a day, a month, or a year alone.</summary>
public readonly record struct LedgerDate : IComparable<LedgerDate>
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    private readonly int _form;

    private LedgerDate(DateOnly first, int form)
    {
        First = first;
        _form = form;
    }

    /// <summary>The first day it can mean.</summary>
    public DateOnly First { get; }

    /// <summary>The last day it can mean.</summary>
    public DateOnly Last => _form switch
    {
        0 => First,
        1 => First.AddMonths(1).AddDays(-1),
        _ => First.AddYears(1).AddDays(-1),
    };

    public bool IsDay => _form == 0;

    /// <summary>Whether it says the month, alone or by a day.</summary>
    public bool HasMonth => _form < 2;

    public static LedgerDate OfDay(DateOnly day) => new(day, 0);

    /// <summary>Reads <c>2023-09-12</c>, <c>2023-09</c> or <c>2023</c>; years from 1990 to 2199, since no ledger holds others.</summary>
    public static bool TryParse(string text, out LedgerDate date)
    {
        for (int form = 0; form < Forms.Length; form++)
        {
            if (DateOnly.TryParseExact(text, Forms[form], CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 1990 and < 2200)
            {
                date = new(first, form);
                return true;
            }
        }

        date = default;
        return false;
    }

    /// <exception cref="FormatException">None of the three forms.</exception>
    public static LedgerDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"Expected a date such as 2023-09-12, 2023-09 or 2023, found '{text}'.");

    /// <summary>The fewest days that can lie between two dates; 0 where they can be the same day.</summary>
    public int DaysApart(LedgerDate other) =>
        other.First > Last ? other.First.DayNumber - Last.DayNumber
        : First > other.Last ? First.DayNumber - other.Last.DayNumber
        : 0;

    public int CompareTo(LedgerDate other) => (First, Last).CompareTo((other.First, other.Last));

    public override string ToString() => First.ToString(Forms[_form], CultureInfo.InvariantCulture);
}
