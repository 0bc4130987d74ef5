using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Reporting.Compensations;
using Spoor.Response.Compensation.Books;

namespace Spoor.Cli.Compensation;

/// <summary>Books one entry: on the disk when it is new, untouched when it is known, refused with a reason when it does not fit.</summary>
internal sealed class EntryBooking
{
    private readonly DeskOptions _desk;
    private readonly AuthorOptions _author;
    private readonly Option<bool> _json = new("--json") { Description = "For programs: compensation-entry/1 (docs/json.md)." };

    private EntryBooking(Command command)
    {
        _desk = DeskOptions.On(command);
        _author = AuthorOptions.On(command);
    }

    public static EntryBooking On(Command command)
    {
        var booking = new EntryBooking(command);
        command.Options.Add(booking._json);
        return booking;
    }

    /// <param name="entryOf">Makes the entry, once the assets are known.</param>
    /// <exception cref="FormatException">The entry does not fit the books; nothing is changed.</exception>
    public int Book(ParseResult parsed, Terminal terminal, Func<CompensationBooks, CompensationEntry> entryOf)
    {
        var author = _author.Read(parsed);
        using var file = _desk.OpenExisting(parsed, terminal);
        var open = TypedCompensation.Of(_desk, parsed, terminal, file);
        var state = open.Case();
        var verdict = state.Books.Offer(entryOf(state.Books));
        if (verdict is EntryVerdict.Refused refused)
        {
            throw new FormatException($"{refused.Reason}. Nothing was booked.");
        }

        long? number = null;
        if (verdict is EntryVerdict.Fresh { Entry: var entry })
        {
            var kept = entry is CompensationEntry.Pay { Payments.Count: > 1 } pay
                ? pay with { File = TypedCompensation.FolderOf(_desk, parsed, terminal).WritePayments(pay.Payments) }
                : entry;
            number = file.Append(CompensationActs.NoteOf(kept, terminal.Clock.GetUtcNow(), author.By, author.Why)).Number;
        }

        if (parsed.GetValue(_json))
        {
            CompensationEntryJson.Write(open.Incident, verdict, number, state.Books, terminal.Bytes);
            return ExitCode.Done;
        }

        terminal.Heading(number is { } written ? $"Booked as act {written} of {open.Incident}" : $"Booked before; nothing changes for {open.Incident}");
        terminal.Line();
        CompensationPage.WriteTotals(terminal, state.Books);
        return ExitCode.Done;
    }
}
