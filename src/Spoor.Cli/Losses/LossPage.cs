using Spoor.Cli.Output;
using Spoor.Incidents;
using Spoor.Incidents.Losses;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Losses;

/// <summary>The loss of an incident for people: the figure, what it rests on, how it came to be, and what others said.</summary>
internal sealed partial class LossPage(Terminal terminal, LossReport report)
{
    public void Write()
    {
        string until = report.AsOf is { } day ? $", as known on {day:yyyy-MM-dd}" : "";
        terminal.Heading($"Loss of {report.Facts.Victim}, {report.Facts.Started.DayAlone}{until}");
        if (report.Newest is { } newest)
        {
            WriteHeadline(newest);
            WriteLines(newest, $"By chain and asset, estimate {newest.Estimate.Id} (USD)");
            WriteUnpriced(newest);
            WriteRescued(newest);
            WriteInterval(newest);
            WriteEstimates();
            WriteRevisions();
        }
        else
        {
            terminal.Prose($"There is no estimate of ours{(report.AsOf is null ? ": the folder has no estimates.csv and losses.csv" : " from before then")}. What others stated is below, as theirs.");
        }

        WriteOthers();
        WriteTransfers();
        WritePrices();
        WriteNext();
    }

    /// <summary>The figure, every estimate and why they differ; without the rows.</summary>
    public void WriteVersions()
    {
        if (report.Newest is { } newest)
        {
            WriteHeadline(newest);
            WriteUnpriced(newest);
            WriteEstimates();
            WriteDecomposition();
        }
    }

    private void WriteHeadline(ValuedEstimate newest)
    {
        var interval = LossInterval.Of(newest);
        var coverage = newest.Coverage;
        string estimate = $"estimate {newest.Estimate.Id} as of {newest.Estimate.AsOf}";
        terminal.Prose(coverage.Assets == 0
            ? $"No value by {estimate}: of nothing known as stolen are both the amount and a price at hand."
            : $"Gross {UsdText.Of(interval.Mark)} USD, {Range(interval)}, by {estimate}: "
            + $"{Counted.Of(coverage.Assets, "asset", "assets")} on {Counted.Of(coverage.Chains, "chain", "chains")}, each amount × price, {Qualities(newest)}.");
        if (coverage.WithoutValue > 0)
        {
            terminal.Prose(
                $"Not in it: {Counted.Of(coverage.WithoutValue, "row", "rows")} without a value; of {Counted.Of(coverage.ChainsWithoutValue, "chain", "chains")} they are all that is known. "
                + "Without a value is not zero: they are listed below.");
        }

        foreach (string omission in newest.Estimate.Omissions)
        {
            terminal.Prose($"Known to be missing: {omission}.");
        }
    }

    private void WriteLines(ValuedEstimate estimate, string heading)
    {
        var lines = estimate.Lines.Where(line => line.Rows.Any(row => LossMeasures.All.Any(measure => measure.SignOf(row.Row.Class) != 0) && row.Usd is not null)).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        Section(heading);
        terminal.Table(
            ["Chain", "Asset", ">Stolen", ">Price", "Q", ">Gross", ">Net", ">Rescued", ">Frozen", ">Seized", ">Returned"],
            [.. lines.Select(Line), .. ByChain(estimate), Sum(estimate)]);
        terminal.Line();
        terminal.Prose("Q: quality of the price by its distance in time: A a minute, B an hour, C the same day, D up to three days. Frozen and seized are part of gross and not taken off net before they are given back.");
    }

    private string[] Line(LossLine line) =>
    [
        Chain(line.Asset), AssetOf(line.Asset), line.Stolen?.ToGroupedString() ?? "", PricesOf(line), line.Quality?.ToString() ?? "",
        .. LossMeasures.All.Select(measure => UsdText.Of(line.Known(measure))),
    ];

    // A chain with one asset is its own sum already.
    private static IEnumerable<string[]> ByChain(ValuedEstimate estimate) =>
        from chain in estimate.Lines.GroupBy(line => line.Asset.Chain)
        where chain.Count(line => line.Known(LossMeasure.Gross) is not null) > 1
        select (string[])
        [
            $"{IncidentWallet.TitleOf(chain.Key)}, all", "", "", "", "",
            .. LossMeasures.All.Select(measure => UsdText.Of(measure.KnownIn([.. chain.SelectMany(line => line.Rows)]))),
        ];

    private static string[] Sum(ValuedEstimate estimate) =>
    [
        "Sum", "", "", "", "",
        .. LossMeasures.All.Select(measure => UsdText.Of(estimate.Known(measure))),
    ];

    private void WriteUnpriced(ValuedEstimate estimate)
    {
        if (estimate.Unpriced.Count == 0)
        {
            return;
        }

        Section("Without a value: known as taken, in no sum above");
        terminal.WrappedTable(
            ["Chain", "Asset", ">Amount", "Class", "~Why", ">Others say, USD", "Source"],
            estimate.Unpriced.Select(row => new[]
            {
                Chain(row.Row.Asset), AssetOf(row.Row.Asset), row.Row.Amount?.ToGroupedString() ?? "", LossClassNames.NameOf(row.Row.Class),
                row.Missing, row.Row.StatedUsd is { } said ? Counted.Of(said) : "", Keys(row.Row.Source),
            }));
    }

    private void WriteRescued(ValuedEstimate estimate)
    {
        var rescued = estimate.Rows.Where(row => row.Row.Class == LossClass.InternalRescue && row.Usd is null).ToList();
        if (rescued.Count == 0)
        {
            return;
        }

        Section("Rescued, not lost: what the victim itself brought to safety, in dollars as others say");
        terminal.Table(
            ["Chain", "To", ">USD", "Source"],
            rescued.Select(row => new[] { Chain(row.Row.Asset), row.Row.To, row.Row.StatedUsd is { } said ? Counted.Of(said) : "not stated", Keys(row.Row.Source) }));
    }

    private void WriteInterval(ValuedEstimate estimate)
    {
        var interval = LossInterval.Of(estimate);
        Section("How wide the figure is (USD)");
        terminal.Table(
            ["", ">down", ">up"],
            [
                ["prices around the time", UsdText.Change(-interval.PriceDown), UsdText.Change(interval.PriceUp)],
                ["rows that may not be theft", "", UsdText.Change(interval.Suspect)],
                ["rows without a value, as others state them", "", UsdText.Change(interval.Stated)],
                ["from, to", BoundOf(estimate, interval.Low), BoundOf(estimate, interval.High)],
            ]);
        if (interval.Open > 0)
        {
            terminal.Prose($"{Counted.Of(interval.Open, "row", "rows")} on which nobody put a figure could add more.");
        }
    }

    private void Section(string heading)
    {
        terminal.Line();
        terminal.Heading(heading);
    }

    private static string Range(LossInterval interval) =>
        $"from {UsdText.Millions(interval.Low)} to {UsdText.Millions(interval.High)} million{(interval.Open > 0 ? " or more" : "")}";

    // Where nothing is valued, nothing is no bound.
    private static string BoundOf(ValuedEstimate estimate, UsdValue bound) => estimate.Coverage.Assets == 0 && bound.IsZero ? "no value" : UsdText.Of(bound);

    private static string Qualities(ValuedEstimate estimate)
    {
        PriceQuality[] found = [.. estimate.Rows.Where(row => row.Usd is not null && row.Row.Class == LossClass.Theft).Select(row => row.Quality).Distinct().Order()];
        return found.Length == 0 ? "none of them priced" : $"prices of quality {string.Join(", ", found)}";
    }

    private static string PricesOf(LossLine line) => line.Prices switch
    {
        [] => "",
        [var one] => one.Usd.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "several",
    };

    private string AssetOf(NamedAsset asset) =>
        !asset.IsNamed ? "not named"
        : asset.Asset is { } id && TokenList.Builtin.TryGet(id, out var token) ? PriceSymbols.NameOn(token, report.Facts.Started.Day)
        : asset.Name;

    private static string Chain(NamedAsset asset)
    {
        const int Room = 20;
        string title = IncidentWallet.TitleOf(asset.Chain);
        return title.Length <= Room ? title : $"{title[..(Room - 1)]}…";
    }

    private static string Keys(string source) => source.Replace(";", ", ", StringComparison.Ordinal);
}
