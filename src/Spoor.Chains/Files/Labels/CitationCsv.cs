using System.Globalization;
using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>Sources as CSV: what each is, and which others it repeats.</summary>
internal static class CitationCsv
{
    public static readonly ILabelFormat Format = new CsvLabelFormat("sources CSV", ["key", "kind", "title"], Cite);

    private static LabelRow? Cite(CsvRecord record, LabelSheet sheet)
    {
        int faultsBefore = sheet.FaultCount;
        Check(record, sheet, "key", record["key"].Length > 0, "a value");
        foreach (string column in (string[])["key", "title", "url", "grade", "derived_from"])
        {
            Check(record, sheet, column, LabelWords.IsPrintable(record[column]), "text without control characters or invisible formatting");
        }

        Check(record, sheet, "kind", Enum.TryParse<SourceKind>(record["kind"], ignoreCase: true, out var kind)
            && Enum.IsDefined(kind) && !record["kind"].Any(char.IsAsciiDigit), "one of authority, primary, compilation, press");
        string grade = record["grade"].ToUpperInvariant();
        Check(record, sheet, "grade", grade is "" or [>= 'A' and <= 'G', >= '1' and <= '6'], "an Admiralty grade from A1 to G6, or nothing");
        string day = record["published"];
        bool isDay = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published);
        Check(record, sheet, "published", isDay || day.Length == 0, "a day of the calendar as YYYY-MM-DD, or nothing");
        if (sheet.FaultCount == faultsBefore && !sheet.Cite(new()
        {
            Key = record["key"],
            Kind = kind,
            Title = record["title"],
            Url = record["url"],
            Published = isDay ? published : null,
            DerivedFrom = [.. record["derived_from"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Grade = grade,
            IsStated = true,
        }))
        {
            sheet.Fault(record.Line, "key", "each source once", record["key"]);
        }

        return null;
    }

    private static void Check(CsvRecord record, LabelSheet sheet, string column, bool holds, string expected)
    {
        if (!holds)
        {
            sheet.Fault(record.Line, column, expected, record[column]);
        }
    }
}
