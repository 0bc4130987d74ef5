using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response.Compensation.Books;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation dispute</c>: a customer disputes a pledge.</summary>
internal static class DisputeCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("dispute", "Book that a customer disputes a pledge: nothing is paid of it until the dispute is settled.");
        var booking = EntryBooking.On(command);
        var (reference, customer, asset) = (AmountOptions.Reference("dispute"), AmountOptions.Customer(), AmountOptions.Asset());
        Array.ForEach([reference, customer, asset], option => option.Required = true);
        Array.ForEach([reference, customer, asset], command.Options.Add);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(
            terminal,
            () => Task.FromResult(booking.Book(parsed, terminal, _ => new CompensationEntry.Dispute(reference.NameOf(parsed), customer.NameOf(parsed), asset.NameOf(parsed)))),
            cancellation));
        return new(command, ["spoor compensation dispute coinex-2023 --reference D-1 --customer c-1003 --asset ETH --why 'says a deposit is missing'"]);
    }
}
