using Spoor.Reporting.Cases;
using Spoor.Reporting.Forms;

namespace Spoor.Workspace.Reports;

/// <summary>A form of a case for programs of others, written beside the report.</summary>
/// <param name="Name">Of its file.</param>
public sealed record CaseForm(string Name, Action<CaseFindings, Stream> Write)
{
    /// <summary>In order of name; each is written into the folder of every report.</summary>
    public static IReadOnlyList<CaseForm> All { get; } =
    [
        new("dora.json", DoraReport.Write),
        new("misp.json", MispEvent.Write),
        new("stix.json", StixBundle.Write),
        new("tagpack.yaml", (findings, output) => CaseTagPack.TryWrite(findings, output)),
    ];
}
