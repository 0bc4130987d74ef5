using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response.Compensation.Books;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation claim</c>: a customer asks for what is due.</summary>
internal static class ClaimCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("claim", "Book that a customer asks for a part of what is due.");
        var booking = EntryBooking.On(command);
        var (reference, customer, asset, amount) = (AmountOptions.Reference("claim"), AmountOptions.Customer(), AmountOptions.Asset(), AmountOptions.Amount());
        Array.ForEach([reference, customer, asset, amount], option => option.Required = true);
        Array.ForEach([reference, customer, asset, amount], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(booking.Book(parsed, terminal, EntryOf(parsed))), cancellation));
        return new(command, ["spoor compensation claim coinex-2023 --reference T-1 --customer c-1001 --asset ETH --amount 0.5 --why 'ticket 4711'"]);

        Func<CompensationBooks, CompensationEntry> EntryOf(ParseResult parsed) => books =>
        {
            string code = asset.NameOf(parsed);
            return new CompensationEntry.Claim(reference.NameOf(parsed), customer.NameOf(parsed), code, amount.AmountOf(parsed, code, books));
        };
    }
}
