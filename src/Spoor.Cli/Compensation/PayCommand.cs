using System.CommandLine;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Compensation;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Response.Compensation.Books;

namespace Spoor.Cli.Compensation;

/// <summary><c>spoor compensation pay</c>: books payments, each reference once.</summary>
internal static class PayCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor compensation pay coinex-2023 --reference P-1 --customer c-1001 --asset ETH --amount 0.5 --why 'first round'",
        "spoor compensation pay coinex-2023 --payments round-1.csv --why 'first round'",
    ];

    public static Verb Create(Terminal terminal)
    {
        var command = new Command("pay", "Book payments to customers: all of a file or none, each reference once, never more than is due.");
        var booking = EntryBooking.On(command);
        var (reference, customer, asset, amount) = (AmountOptions.Reference("payment"), AmountOptions.Customer(), AmountOptions.Asset(), AmountOptions.Amount());
        var payments = new Option<string?>("--payments") { Description = "A file of payments instead: reference,customer,asset,amount.", HelpName = "FILE" };
        var units = new Option<bool>("--units") { Description = "The amounts of the file are in smallest units, not whole coins." };
        Array.ForEach<Option>([reference, customer, asset, amount, payments, units], command.Options.Add);
        command.Validators.Add(result =>
        {
            bool[] one = [.. new Option[] { reference, customer, asset, amount }.Select(option => result.GetResult(option) is not null)];
            if (result.GetResult(payments) is null ? one.Contains(false) : one.Contains(true))
            {
                result.AddError("Expected either --payments FILE, or --reference, --customer, --asset and --amount of one payment.");
            }
        });
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(booking.Book(parsed, terminal, books => EntryOf(parsed, books))), cancellation));
        return new(command, Examples);

        CompensationEntry EntryOf(ParseResult parsed, CompensationBooks books)
        {
            if (parsed.GetValue(payments) is { } file)
            {
                return new CompensationEntry.Pay(PaymentFile.Read(
                    InputFile.Read(terminal.PathOf(file)), [.. books.Assets.Select(one => (one.Code, one.Decimals))], parsed.GetValue(units)));
            }

            string code = asset.NameOf(parsed);
            return new CompensationEntry.Pay([new(reference.NameOf(parsed), customer.NameOf(parsed), code, amount.AmountOf(parsed, code, books))]);
        }
    }
}
