using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response.Compensation.Books;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation settle</c>: a dispute ends.</summary>
internal static class SettleCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor compensation settle coinex-2023 --reference D-1 --pledge 2.75 --why 'the deposit was found'",
        "spoor compensation settle coinex-2023 --reference D-1 --why 'there was no such deposit'",
    ];

    public static Verb Create(Terminal terminal)
    {
        var command = new Command("settle", "Book how a dispute ended: the pledge stays, or another takes its place.");
        var booking = EntryBooking.On(command);
        var reference = AmountOptions.Reference("dispute");
        reference.Required = true;
        var pledge = new Option<string>("--pledge") { Description = "What is pledged from now on, in whole coins [default: the pledge stays].", HelpName = "COINS" };
        Array.ForEach([reference, pledge], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(booking.Book(parsed, terminal, books => EntryOf(parsed, books))), cancellation));
        return new(command, Examples);

        CompensationEntry EntryOf(ParseResult parsed, CompensationBooks books)
        {
            string name = reference.NameOf(parsed);
            string asset = books.DisputeOf(name)?.Asset ?? throw new FormatException($"--reference: expected a dispute that was booked, found '{name}'.");
            return new CompensationEntry.Settle(name, parsed.GetValue(pledge) is null ? null : pledge.AmountOf(parsed, asset, books));
        }
    }
}
