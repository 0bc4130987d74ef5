using Spoor.Cli.Output;
using Spoor.Incidents.Losses;
using Spoor.Reporting;
using Spoor.Valuation;

namespace Spoor.Cli.Losses;

/// <summary>Our estimates, why they differ, what others said, and what the transfers show.</summary>
internal sealed partial class LossPage
{
    private void WriteEstimates()
    {
        Section("Our estimates; none is ever changed (USD)");
        terminal.WrappedTable(
            ["Id", "As of", ">Gross", ">Low", ">High", ">Assets", ">Chains", "~Why, by whom"],
            report.Estimates.Select(estimate =>
            {
                var interval = LossInterval.Of(estimate);
                string why = estimate.Estimate.Reason.Length > 0 ? estimate.Estimate.Reason : "The first";
                return new[]
                {
                    estimate.Estimate.Id, estimate.Estimate.AsOf.ToString(), GrossOf(estimate), BoundOf(estimate, interval.Low),
                    BoundOf(estimate, interval.High), Counted.Of(estimate.Coverage.Assets), Counted.Of(estimate.Coverage.Chains), $"{why} ({estimate.Estimate.Author})",
                };
            }));
    }

    private void WriteRevisions()
    {
        var revisions = report.Revisions(LossMeasure.Gross);
        if (revisions.Count == 0)
        {
            return;
        }

        WriteDecomposition();
        Section("Row by row");
        terminal.WrappedTable(
            ["From", "To", "Row", "~What changed", ">USD"],
            revisions.Take(report.Estimates.Count - 1).SelectMany(revision => revision.Rows.Where(row => row.IsChange)
                .Select(row => new[] { revision.From.Estimate.Id, revision.To.Estimate.Id, row.Id, Described(row, revision), Effect(row) })));
        WriteRetractions();
    }

    private void WriteDecomposition()
    {
        Section("Why they differ: gross before + Δamount + Δprice + Δclass + Δcoverage = gross after (USD)");
        terminal.Table(
            ["From", "To", ">Before", ">Δamount", ">Δprice", ">Δclass", ">Δcoverage", ">After"],
            report.Revisions(LossMeasure.Gross).Select(revision => new[]
            {
                revision.From.Estimate.Id, revision.To.Estimate.Id, GrossOf(revision.From), UsdText.Change(revision.Amount), UsdText.Change(revision.Price),
                UsdText.Change(revision.Class), UsdText.Change(revision.Coverage), GrossOf(revision.To),
            }));
    }

    private void WriteRetractions()
    {
        foreach (var (estimate, taken) in report.Estimates.SelectMany(estimate => estimate.Estimate.Retractions, (estimate, taken) => (estimate, taken)))
        {
            terminal.Line();
            terminal.Prose($"Taken back in {estimate.Estimate.Id}: {taken.Row}. {taken.Note} ({Keys(taken.Source)}).");
        }
    }

    private void WriteOthers()
    {
        Section("As others stated it, and theirs less ours (USD)");
        if (report.Others.Count == 0)
        {
            terminal.Prose("Nobody is on record with a figure.");
            return;
        }

        terminal.WrappedTable(
            ["When", "Who", ">Theirs", "Ours then", ">Less ours then", ">Less ours now", "~Their scope"],
            report.Others.Select(other => new[]
            {
                other.Statement.When?.ToString() ?? "undated", other.Statement.Who, Counted.Of(other.Statement.Usd), other.Then?.Estimate.Id ?? "none",
                other.DifferenceThen is { } then ? UsdText.Change(then) : "", other.DifferenceNow is { } now ? UsdText.Change(now) : "", other.Statement.Scope,
            }));
    }

    private void WriteTransfers()
    {
        if (report.FromTransfers is not { } found)
        {
            WriteWindow();
            return;
        }

        WriteLines(found, "Counted from the transfers at hand, beside the estimates and in none of them (USD)");
        int suspect = found.Rows.Count(row => row.Row.Class == LossClass.Suspect);
        terminal.Prose(
            $"{Counted.Of(found.Rows.Count(row => row.Row.Class == LossClass.Theft), "movement", "movements")} counted as theft, "
            + $"{Counted.Of(suspect, "payment", "payments")} to addresses nobody has named left out of gross.");
        WriteWindow();
        if (report.Uncapped.Count > 0)
        {
            terminal.Prose($"Not checked against the victim's balance, because nobody stated it: {string.Join(", ", report.Uncapped)}.");
        }

        WriteUnpriced(found);
    }

    private void WriteWindow()
    {
        if (report.Window is not { } window)
        {
            return;
        }

        if (report.FromTransfers is null)
        {
            Section("Counted from the transfers at hand: none concerns the loss");
        }

        terminal.Prose(
            $"Looked at from {Rendered.Moment(window.From)} to {Rendered.Moment(window.Until)}, and at movements without a time; "
            + $"{Counted.Of(window.Outside, "timed movement", "timed movements")} of the parties {(window.Outside == 1 ? "is" : "are")} outside.");
    }

    private void WritePrices()
    {
        var conflicts = report.Prices.Conflicts;
        if (report.ZeroPrices > 0)
        {
            terminal.Line();
            terminal.Prose($"{Counted.Of(report.ZeroPrices, "row", "rows")} of the price files with a price of 0 were left out: an export that drops digits, never a value.");
        }

        if (conflicts.Count == 0 && report.Prices.Duplicates == 0)
        {
            return;
        }

        var used = report.Estimates.Append(report.FromTransfers).OfType<ValuedEstimate>().SelectMany(estimate => estimate.Rows)
            .Select(row => row.Quote.Conflict).OfType<PriceConflict>().Distinct().ToList();
        Section("Where the price files differ");
        terminal.Prose(
            $"{Counted.Of(conflicts.Count, "price is", "prices are")} told differently by the files, {Counted.Of(used.Count)} of them used here; the file named first is used, the others widen the interval. "
            + $"{Counted.Of(report.Prices.Duplicates, "price was", "prices were")} told twice alike.");
        foreach (var conflict in used)
        {
            var first = conflict.Prices[0];
            terminal.Line($"  {first.Subject} {first.Day:yyyy-MM-dd}  {string.Join(", ", conflict.Prices.Select(price => FormattableString.Invariant($"{price.Usd} ({price.Source})")))}");
        }
    }

    private void WriteNext() => terminal.Next(
        report.AsOf is null
            ? ($"spoor loss {report.Facts.Id} --as-of {report.Facts.Started.DayAlone}", "what was known by the end of that day")
            : ($"spoor loss {report.Facts.Id}", "all that is known"),
        ($"spoor loss {report.Facts.Id} --json", "every row with its price, source and share of each difference"));

    private static string Effect(RowRevision row) => row switch
    {
        { Sum.IsZero: false } => UsdText.Change(row.Sum),
        { After: { Usd: null, Row.Class: LossClass.Theft or LossClass.Suspect } } => "no value",
        { After: { } after } when LossMeasure.Gross.SignOf(after.Row.Class) == 0 => "not in gross",
        _ => "0",
    };

    private static string Described(RowRevision row, LossRevision revision) =>
        string.Join(", ", RevisionReasons.Of(row, revision.From).Select(reason => reason switch
        {
            RevisionReason.AmountCorrected => $"amount {Amount(row.Before)} → {Amount(row.After)}",
            RevisionReason.AmountLearned => $"amount learned: {Amount(row.After)}",
            RevisionReason.Repriced => FormattableString.Invariant($"price {row.Before?.Quote.Price?.Usd} → {row.After?.Quote.Price?.Usd}"),
            RevisionReason.Reclassified => $"{LossClassNames.NameOf(row.Before!.Row.Class)} → {LossClassNames.NameOf(row.After!.Row.Class)}",
            _ => RevisionReasons.NameOf(reason),
        }));

    private static string GrossOf(ValuedEstimate estimate) => estimate.Known(LossMeasure.Gross) is { } gross ? UsdText.Of(gross) : "no value";

    private static string Amount(ValuedRow? row) => row?.Row.Amount?.ToGroupedString() ?? "unknown";
}
