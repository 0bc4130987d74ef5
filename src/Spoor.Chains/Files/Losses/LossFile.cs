using System.Globalization;
using Spoor.Incidents.Losses;

namespace Spoor.Chains.Files.Losses;

/// <summary>Reads the loss estimates of an incident folder: <c>estimates.csv</c> and their rows in <c>losses.csv</c>.</summary>
public static class LossFile
{
    public const string Estimates = "estimates.csv";
    public const string Rows = "losses.csv";

    /// <param name="sources">The keys of the incident's sources: every row names one or more of them.</param>
    /// <exception cref="FormatException">A file is not as described, or breaks a law of estimates; the message names file, line and column.</exception>
    public static LossHistory Read(TextReader estimates, TextReader rows, IReadOnlySet<string> sources)
    {
        var heads = CsvLine.ReadAll(Estimates, estimates).ToList();
        var lines = CsvLine.ReadAll(Rows, rows).ToList();
        var byEstimate = lines.ToLookup(line => line.Required("estimate"));
        string[] ids = [.. heads.Select(head => PrintableCell.Of(head, "id", head.Required("id")))];
        RefuseTwice(heads, ids);
        foreach (var line in lines.Where(line => !ids.Contains(line["estimate"])))
        {
            throw line.Fault("estimate", $"an estimate of {Estimates}");
        }

        foreach (var line in lines.Where(line => !line["source"].Split(';').All(sources.Contains)))
        {
            throw line.Fault("source", "keys of the incident's sources, separated by semicolons");
        }

        var history = new LossHistory(heads.Select(head => EstimateOf(head, byEstimate[head["id"]])));
        return history.Faults is [var fault, ..] ? throw FaultOf(fault, lines, heads) : history;
    }

    private static void RefuseTwice(List<CsvLine> heads, string[] ids)
    {
        for (int place = 0; place < ids.Length; place++)
        {
            if (Array.IndexOf(ids, ids[place]) < place)
            {
                throw heads[place].Fault("id", "a name that no other estimate has");
            }
        }
    }

    private static LossEstimate EstimateOf(CsvLine head, IEnumerable<CsvLine> lines)
    {
        var (retracted, kept) = (lines.Where(LossRowLine.IsRetraction), lines.Where(line => !LossRowLine.IsRetraction(line)));
        return new()
        {
            Id = head["id"],
            AsOf = StatedTimeCell.Of(head, "as_of"),
            Author = Text(head, "author"),
            Method = Text(head, "method"),
            PricesKnownBy = KnownBy(head),
            Scope = Text(head, "scope"),
            Reason = PrintableCell.Of(head, "reason", head["reason"]),
            Omissions = [.. PrintableCell.Of(head, "omissions", head["omissions"]).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Rows = [.. kept.Select(LossRowLine.RowOf)],
            Retractions = [.. retracted.Select(LossRowLine.RetractionOf)],
        };
    }

    private static DateOnly KnownBy(CsvLine head) =>
        DateOnly.TryParseExact(head.Required("prices_known_by"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day <= StatedTimeCell.Of(head, "as_of").Day
            ? day
            : throw head.Fault("prices_known_by", "a day such as 2023-09-12, not after the estimate itself");

    private static string Text(CsvLine line, string column) => PrintableCell.Of(line, column, line.Required(column));

    private static FormatException FaultOf(LossFault fault, List<CsvLine> lines, List<CsvLine> heads) =>
        (lines.LastOrDefault(line => line["estimate"] == fault.Estimate && line["row"] == fault.Row) ?? heads[0]).Fault(fault.Column, fault.Expected);
}
