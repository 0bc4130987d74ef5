using System.Text.RegularExpressions;

namespace Spoor.Reporting;

/// <summary>Cells that no spreadsheet computes.</summary>
/// <remarks>A cell that one would compute gets an apostrophe in front (OWASP, CSV injection); a plain number with a sign is none.</remarks>
public static partial class SpreadsheetText
{
    public static string Guarded(string cell) => IsComputed(cell) ? $"'{cell}" : cell;

    /// <summary>What <see cref="Guarded"/> made the cell of.</summary>
    public static string Unguarded(string cell) => cell.StartsWith('\'') && IsComputed(cell[1..]) ? cell[1..] : cell;

    private static bool IsComputed(string cell) => Formula().IsMatch(cell) && !SignedNumber().IsMatch(cell);

    // Also where blanks or quotation marks stand in front, and in the full width that spreadsheets take for the same.
    [GeneratedRegex("^[\\s\"']*[=+\\-@|%＝＋－＠]")]
    private static partial Regex Formula();

    [GeneratedRegex(@"^[-+][0-9][0-9,]*(\.[0-9]+)?( %)?\z")]
    private static partial Regex SignedNumber();
}
