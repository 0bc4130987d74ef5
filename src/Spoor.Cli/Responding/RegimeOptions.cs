using System.CommandLine;
using System.Globalization;
using Spoor.Chains.Files;
using Spoor.Cli.Output;
using Spoor.Response.Clock;

namespace Spoor.Cli.Responding;

/// <summary>What moves deadlines: days off where the authority is, and whether they count for this entity.</summary>
internal sealed class RegimeOptions
{
    private readonly Option<string?> _holidays = new("--holidays") { Description = "Bank holidays, one day a line.", HelpName = "FILE" };
    private readonly Option<bool> _significant = new("--significant") { Description = "Weekends and holidays give no relief to this entity." };
    private readonly Option<string> _offset = new("--utc-offset") { Description = "The authority's time against UTC, such as +01:00.", HelpName = "HH:MM", DefaultValueFactory = _ => "+00:00" };

    public static RegimeOptions On(Command command)
    {
        var options = new RegimeOptions();
        Array.ForEach<Option>([options._holidays, options._significant, options._offset], command.Options.Add);
        return options;
    }

    public ReportingRegime Read(ParseResult parsed, Terminal terminal)
    {
        string text = parsed.GetValue(_offset)!;
        if (!TimeSpan.TryParseExact(text.TrimStart('+', '-'), "hh\\:mm", CultureInfo.InvariantCulture, out var offset) || offset > TimeSpan.FromHours(14))
        {
            throw new FormatException($"--utc-offset: expected hours and minutes such as +01:00, found '{text}'.");
        }

        var holidays = parsed.GetValue(_holidays) is { } file ? HolidayFile.Read(terminal.PathOf(file)) : new HashSet<DateOnly>();
        return new(new(holidays, text.StartsWith('-') ? -offset : offset), parsed.GetValue(_significant));
    }
}
