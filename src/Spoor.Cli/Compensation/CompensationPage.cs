using System.Globalization;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;

namespace Spoor.Cli.Compensation;

/// <summary>How a compensation stands, for people.</summary>
internal static class CompensationPage
{
    private const decimal PerCent = CompensationTerms.Whole / 100;

    public static void Write(Terminal terminal, string incident, CompensationCase state)
    {
        var (opening, books) = (state.Opening, state.Books);
        terminal.Heading($"Compensation of {incident}, opened {Rendered.Moment(state.Opened)}");
        terminal.Line();
        terminal.Prose(SentenceOf(opening.Terms));
        terminal.Line();
        terminal.Table(
            ["Asset", ">Customers held", ">Lost", ">Price, USD"],
            opening.Terms.Assets.Zip(opening.Balances).Select(line => new[]
            {
                line.First.Code, line.Second.ToDecimalString(line.First.Decimals), line.First.Loss.ToDecimalString(line.First.Decimals),
                line.First.UsdPrice?.ToString(CultureInfo.InvariantCulture) ?? "",
            }));
        terminal.Line();
        WriteTotals(terminal, books);
        terminal.Line();
        terminal.Prose(
            $"{Counted.Of(opening.Customers, "customer", "customers")}, {Counted.Of(books.Claims, "claim", "claims")}, {Counted.Of(books.Payments, "payment", "payments")}, "
            + $"{Counted.Of(books.Disputes, "dispute", "disputes")}, {Counted.Of(books.OpenDisputes.Count)} of them open.");
        terminal.Prose(books.Root is { } root ? $"Root published last: {root}" : "No root is published yet.");
        foreach (var dispute in books.OpenDisputes)
        {
            terminal.Item($"Open dispute {dispute.Reference}: {dispute.Customer}, {dispute.Asset}");
        }
    }

    /// <summary>Pledged, paid and due by asset, and whether they balance.</summary>
    public static void WriteTotals(Terminal terminal, CompensationBooks books) => terminal.Table(
        ["Asset", ">Pledged", ">Paid", ">Due", ">Claimed of it", ">Disputed of it", "Pledged = paid + due"],
        books.Assets.Zip(books.Totals).Select(line =>
        {
            var (asset, sums) = line;
            string[] amounts = [.. new[] { sums.Pledged, sums.Paid, sums.Due, sums.Claimed, sums.Disputed }.Select(sum => sum.ToDecimalString(asset.Decimals))];
            return (IReadOnlyList<string>)[asset.Code, .. amounts, sums.IsBalanced ? "holds" : "DOES NOT HOLD"];
        }));

    private static string SentenceOf(CompensationTerms terms)
    {
        string what = terms.Policy == PledgePolicy.Full
            ? "Every customer is promised the whole balance"
            : $"{(terms.SharePerMillion / PerCent).ToString("0.####", CultureInfo.InvariantCulture)} % of the loss is made good, in proportion to the balances";
        return terms.PricedAt is { } moment ? $"{what}, in US dollars at the prices of {Rendered.Moment(moment)}." : $"{what}, in kind.";
    }
}
