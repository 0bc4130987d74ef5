using System.Globalization;
using System.Text;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>Cells of a ledger as values; what is faulty is named with file, line and column.</summary>
internal static class LedgerLine
{
    /// <summary>More than all there is: a figure above it is a slip, not a loss.</summary>
    public const decimal MaxUsd = 1_000_000_000_000_000m;

    private const int MaxText = 4000;

    /// <summary>Lists inside a cell are separated by <c>|</c>.</summary>
    public static IReadOnlyList<string> List(this CsvLine line, string column) =>
        [.. line.Text(column).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A text that may reach a terminal: no control characters, no invisible formatting.</summary>
    public static string Text(this CsvLine line, string column) => IsPrintable(line[column])
        ? line[column]
        : throw line.Fault(column, $"at most {MaxText} characters, none of them control characters or invisible formatting");

    public static string RequiredText(this CsvLine line, string column)
    {
        line.Required(column);
        return line.Text(column);
    }

    public static LedgerDate Date(this CsvLine line, string column) =>
        LedgerDate.TryParse(line.Required(column), out var date) ? date : throw line.Fault(column, "a date such as 2023-09-12, 2023-09 or 2023");

    /// <summary>Null where the cell is empty.</summary>
    public static decimal? Usd(this CsvLine line, string column) =>
        line[column].Length == 0 ? null
        : decimal.TryParse(line[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal usd) && usd <= MaxUsd && decimal.Round(usd, 2) == usd ? usd
        : throw line.Fault(column, $"dollars, at most {MaxUsd:0}, with at most two decimals and without signs, commas or blanks");

    public static bool IsPrintable(string text) => text.Length <= MaxText
        && !text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);

    /// <summary>Hashes of EVM transactions in lower case, in order; other chains' stay as written, since their case may matter.</summary>
    public static IReadOnlyList<string> Hashes(IEnumerable<string> hashes) =>
        [.. hashes.Select(Hash).Distinct().Order(StringComparer.Ordinal)];

    public static string Hash(string hash) => hash.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? hash.ToLowerInvariant() : hash;
}
