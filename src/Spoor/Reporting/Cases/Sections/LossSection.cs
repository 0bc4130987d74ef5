using System.Globalization;
using Spoor.Incidents;
using Spoor.Incidents.Losses;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>What was taken per chain and asset, by which rows, in which versions, and what others said.</summary>
internal static class LossSection
{
    public static Section Of(CaseContext context)
    {
        var report = context.Findings.Loss;
        return report.Newest is { } newest
            ? new("loss", "What was taken", [Headline(newest), .. Omissions(newest), .. Lines(context, newest), .. Unpriced(context, newest)])
            {
                Parts = [Rows(context, newest), .. LossVersions.Of(context, report), .. Counted(context, report), LossOthers.Of(context, report)],
            }
            : new("loss", "What was taken", [new Piece.Paragraph("There is no estimate of ours. What others stated is below, as theirs.")])
            {
                Parts = [.. Counted(context, report), LossOthers.Of(context, report)],
            };
    }

    private static Piece.Paragraph Headline(ValuedEstimate newest)
    {
        var interval = LossInterval.Of(newest);
        return new(newest.Coverage.Assets == 0
            ? "Of nothing known as stolen are both the amount and a price at hand, so there is no figure in dollars."
            : $"Gross {DollarText.Of(interval.Mark)} USD by estimate {newest.Estimate.Id} as of {newest.Estimate.AsOf}: each amount at the price nearest to its time. "
            + $"Prices around that time take away up to {DollarText.Of(interval.PriceDown)} and add up to {DollarText.Of(interval.PriceUp)}; what may or may not be theft adds up to {DollarText.Of(interval.Suspect)}; rows without a value add {DollarText.Of(interval.Stated)} as others state them"
            + (interval.Open > 0 ? $", and {NumberText.Of(interval.Open, "row", "rows")} on which nobody put a figure could add more." : "."));
    }

    private static IEnumerable<Piece> Omissions(ValuedEstimate newest) => newest.Estimate.Omissions.Count == 0 ? [] : [new Piece.Paragraph("Known to be missing from it:"), Piece.Points.Of(newest.Estimate.Omissions)];

    private static IEnumerable<Piece> Lines(CaseContext context, ValuedEstimate estimate)
    {
        var rows = estimate.Rows.Select((row, i) => (row, Number: i + 1)).ToLookup(pair => pair.row.Row.Asset, pair => pair.Number);
        var lines = estimate.Lines.Where(line => line.Rows.Any(row => row.Usd is not null && LossMeasures.All.Any(measure => measure.SignOf(row.Row.Class) != 0))).ToList();
        return lines.Count == 0 ? [] :
        [
            new Piece.Grid(new("loss-lines", $"By chain and asset, estimate {estimate.Estimate.Id} (USD)",
                ["Chain", "Asset", ">Stolen", ">Price", "Quality", ">Gross", ">Net", ">Frozen", ">Returned", "Rows"],
                [.. lines.Select(line => Line(context, line, rows[line.Asset])), Sum(estimate)])),
            new Piece.Paragraph("Quality of the price by its distance in time: A a minute, B an hour, C the same day, D up to three days. Frozen is part of gross and is taken off net only when it is given back."),
        ];
    }

    private static Row Line(CaseContext context, LossLine line, IEnumerable<int> rows) => new(
    [
        IncidentWallet.TitleOf(line.Asset.Chain), context.AssetOf(line.Asset), line.Stolen?.ToGroupedString() ?? "",
        line.Prices switch { [] => "", [var one] => one.Usd.ToString(CultureInfo.InvariantCulture), _ => "several" }, line.Quality?.ToString() ?? "",
        Known(line, LossMeasure.Gross), Known(line, LossMeasure.Net), Known(line, LossMeasure.Frozen), Known(line, LossMeasure.Returned),
        new([.. rows.SelectMany((row, i) => new[] { i == 0 ? "" : ", ", Shown(row) }).Where(words => words.Text.Length > 0)]),
    ]);

    private static Words Shown(int row) => row <= Table.MaxShown ? Words.To($"loss-row-{row}", $"row {row}") : $"row {row}";

    private static string Known(LossLine line, LossMeasure measure) => DollarText.Of(line.Known(measure));

    private static Row Sum(ValuedEstimate estimate) => new(
    [
        "Sum", "", "", "", "", DollarText.Of(estimate.Known(LossMeasure.Gross)), DollarText.Of(estimate.Known(LossMeasure.Net)),
        DollarText.Of(estimate.Known(LossMeasure.Frozen)), DollarText.Of(estimate.Known(LossMeasure.Returned)), "",
    ]);

    private static IEnumerable<Piece> Unpriced(CaseContext context, ValuedEstimate estimate) => estimate.Unpriced.Count == 0 ? [] :
    [
        new Piece.Grid(new("loss-unpriced", "Known as taken, without a value: in no sum above, and not zero",
            ["Chain", "Asset", ">Amount", "Held to be", "Why it has no value", ">Others say, USD", "Source"],
            [.. estimate.Unpriced.Select(row => new Row(
            [
                IncidentWallet.TitleOf(row.Row.Asset.Chain), context.AssetOf(row.Row.Asset), row.Row.Amount?.ToGroupedString() ?? "", LossClassNames.NameOf(row.Row.Class),
                row.Missing, row.Row.StatedUsd is { } said ? NumberText.Of(said) : "", context.SourcesOf(row.Row.Source),
            ]))])),
    ];

    private static Section Rows(CaseContext context, ValuedEstimate estimate) => new("loss-by-row", "The rows behind the figures",
    [
        new Piece.Grid(RowsTable(context, "loss-rows", $"Rows of estimate {estimate.Estimate.Id}", "loss-row", estimate)),
    ]);

    private static Table RowsTable(CaseContext context, string id, string caption, string anchor, ValuedEstimate estimate) => new(id, caption,
        ["Row", "Chain", "Asset", ">Amount", "Held to be", "Time", ">USD", "To", "Transaction", "Source"],
        [.. estimate.Rows.Select((row, i) => new Row(
        [
            $"{i + 1}: {row.Row.Id}", IncidentWallet.TitleOf(row.Row.Asset.Chain), context.AssetOf(row.Row.Asset), row.Row.Amount?.ToGroupedString() ?? "not published", LossClassNames.NameOf(row.Row.Class),
            row.Row.Time.ToString(), DollarText.Of(row.Usd), row.Row.To.Length == 0 ? "not published" : new Words.Code(row.Row.To), context.Transactions.CellOf(row.Row.Asset.Chain, row.Row.Tx), context.SourcesOf(row.Row.Source),
        ], $"{anchor}-{i + 1}"))]);

    private static IEnumerable<Section> Counted(CaseContext context, LossReport report)
    {
        if (report.FromTransfers is not { } found)
        {
            return [];
        }

        string window = report.Window is { } seen ? $"Looked at from {Rendered.Moment(seen.From)} to {Rendered.Moment(seen.Until)}; {NumberText.Of(seen.Outside, "timed movement", "timed movements")} of the parties outside." : "";
        string uncapped = report.Uncapped.Count == 0 ? "" : $" Not checked against the victim's balance, because nobody stated it: {string.Join(", ", report.Uncapped)}.";
        return
        [
            new("loss-counted", "Counted from the transfers, beside the estimates and in none of them",
            [
                new Piece.Paragraph($"{NumberText.Of(found.Rows.Count(row => row.Row.Class == LossClass.Theft), "movement", "movements")} counted as theft, {(found.Known(LossMeasure.Gross) is { } gross ? $"{DollarText.Of(gross)} USD" : "without a price at hand")}. {window}{uncapped}"),
                new Piece.Grid(RowsTable(context, "loss-transfers", "Movements counted", "counted-row", found)),
            ]),
        ];
    }
}
