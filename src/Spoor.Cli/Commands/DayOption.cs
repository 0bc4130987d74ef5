using System.CommandLine;
using System.Globalization;

namespace Spoor.Cli.Commands;

/// <summary>An option that names a day, <c>2023-09-13</c>, meant to its end in UTC.</summary>
internal sealed class DayOption : Option<string?>
{
    private const string Form = "yyyy-MM-dd";

    private DayOption(string name)
        : base(name) => Validators.Add(result =>
        {
            if (result.Tokens is [var word] && !TryParse(word.Value, out _))
            {
                result.AddError(Refusal(word.Value));
            }
        });

    public static DayOption Create(string name, string description) => new(name) { Description = description, HelpName = "DATE" };

    /// <exception cref="FormatException">Not a day.</exception>
    public static DateOnly Parse(string text) => TryParse(text, out var day) ? day : throw new FormatException(Refusal(text));

    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null when the option was not given.</summary>
    public DateOnly? DayOf(ParseResult parsed) => parsed.GetValue(this) is { } text ? Parse(text) : null;

    /// <summary>The same where the day is one of something that happened.</summary>
    /// <exception cref="FormatException">The day is after today.</exception>
    public DateOnly? PastDayOf(ParseResult parsed, DateOnly today) => DayOf(parsed) is not { } day || day <= today
        ? DayOf(parsed)
        : throw new FormatException($"Expected a day for {Name} that is not after today, {Text(today)} (UTC), found '{Text(day)}'.");

    private static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Refusal(string found) => $"Expected a day such as 2023-09-13, found '{found}'.";
}
