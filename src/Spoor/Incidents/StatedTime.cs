using System.Globalization;

namespace Spoor.Incidents;

/// <summary>A time as exactly as its source gives it: to the second, to the minute, or the day alone.</summary>
public readonly record struct StatedTime : IComparable<StatedTime>
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd"];

    private readonly int _form;

    private StatedTime(DateTimeOffset start, int form)
    {
        Start = start;
        _form = form;
    }

    /// <summary>The first moment it can mean, UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Whether the source gives the day alone.</summary>
    public bool IsDay => _form == Forms.Length - 1;

    /// <summary>The day it lies on, UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Start.UtcDateTime);

    /// <summary>The same without its hour.</summary>
    public StatedTime DayAlone => new(new(Start.UtcDateTime.Date, TimeSpan.Zero), Forms.Length - 1);

    /// <exception cref="FormatException">Not one of the three forms.</exception>
    public static StatedTime Parse(string text) => TryParse(text, out var time)
        ? time
        : throw new FormatException($"Expected a time such as 2023-09-12T13:20:59Z, 2023-09-12T13:20Z or 2023-09-12, found '{text}'.");

    public static bool TryParse(string text, out StatedTime time)
    {
        for (int form = 0; form < Forms.Length; form++)
        {
            if (DateTimeOffset.TryParseExact(
                text, Forms[form], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start))
            {
                time = new(start, form);
                return true;
            }
        }

        time = default;
        return false;
    }

    public int CompareTo(StatedTime other) => Start.CompareTo(other.Start);

    /// <summary>Whether it comes before another for certain; a day alone comes before nothing of the same day.</summary>
    public bool IsBefore(StatedTime other) => IsDay || other.IsDay ? Day < other.Day : CompareTo(other) < 0;

    public override string ToString() => Start.UtcDateTime.ToString(Forms[_form], CultureInfo.InvariantCulture);
}
