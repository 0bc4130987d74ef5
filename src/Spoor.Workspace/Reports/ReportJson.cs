using System.Globalization;
using Spoor.Reporting;
using Spoor.Reporting.Cases;

namespace Spoor.Workspace.Reports;

/// <summary>Which files a report has, as <c>report/1</c>, see <c>docs/json.md</c>.</summary>
public static class ReportJson
{
    public static void Write(CaseFindings findings, ReportFiles files, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "report/1");
        json.WriteString("incident", findings.Facts.Id);
        json.WriteString("victim", findings.Facts.Victim);
        json.WriteString("asOf", findings.Inputs.Parameters.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteObjects("files", files.Files, file =>
        {
            json.WriteString("file", file.Name);
            json.WriteNumber("bytes", file.Bytes.Length);
            json.WriteString("sha256", file.Sha256);
        });
    });
}
