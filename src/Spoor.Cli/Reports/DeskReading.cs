using Spoor.Reporting.Cases;

namespace Spoor.Cli.Reports;

/// <summary>What a response desk knows of a case, for its report.</summary>
internal static class DeskReading
{
    /// <param name="folder">The desk; null for none.</param>
    public static DeskNotes Of(string? folder, CaseFindings findings) => DeskNotes.None;
}
