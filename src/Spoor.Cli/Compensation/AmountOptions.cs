using System.CommandLine;
using System.Text;
using Spoor.Chains.Files.Compensation;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;
using Spoor.Transfers;

namespace Spoor.Cli.Compensation;

/// <summary>Options that name a customer, an asset, an amount and the exchange's own reference.</summary>
internal static class AmountOptions
{
    public static Option<string> Reference(string ofWhat) => Named("--reference", $"The exchange's own name of the {ofWhat}: booked once, however often it is given.", "NAME");

    public static Option<string> Customer() => Named("--customer", "The customer, as the balances name them.", "ID");

    public static Option<string> Asset() => Named("--asset", "The asset, as the losses name it.", "ASSET");

    public static Option<string> Amount() => new("--amount") { Description = "In whole coins: 1.5.", HelpName = "COINS" };

    /// <exception cref="FormatException">The name is not of plain characters.</exception>
    public static string NameOf(this Option<string> option, ParseResult parsed) => parsed.GetValue(option) is { } name && PlainName.IsValid(name)
        ? name
        : throw new FormatException($"{option.Name}: expected {PlainName.Expected}, found '{parsed.GetValue(option)}'.");

    /// <exception cref="FormatException">There is no such asset, or the amount is not one of it.</exception>
    public static Amount AmountOf(this Option<string> option, ParseResult parsed, string asset, CompensationBooks books)
    {
        var known = books.Assets.FirstOrDefault(one => one.Code == asset)
            ?? throw new FormatException($"--asset: expected one of {string.Join(", ", books.Assets.Select(one => one.Code))}, found '{asset}'.");
        string text = parsed.GetValue(option) ?? "";
        return CoinText.TryParse(Encoding.UTF8.GetBytes(text), known.Decimals, out var units)
            ? new(units)
            : throw new FormatException($"{option.Name}: expected whole coins of {asset} such as 1.5, with at most {known.Decimals} digits behind the point, found '{text}'.");
    }

    private static Option<string> Named(string name, string description, string help) => new(name) { Description = description, HelpName = help };
}
