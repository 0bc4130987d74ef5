using Spoor.Reporting;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Workspace.Importing;

/// <summary>What an import of transfers has done, as <c>import/1</c>.</summary>
public static class ImportJson
{
    /// <param name="added">What was new where it was to go in the end.</param>
    public static void Write(IReadOnlyList<ImportReport> reports, long added, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "import/1");
        json.WriteObjects("files", reports, report =>
        {
            json.WriteString("file", report.File);
            json.WriteString("sha256", report.Sha256);
            json.WriteString("format", report.Format);
            json.WriteString("chain", report.Chain);
            json.WriteNumber("rows", report.Rows);
            json.WriteNumber("moved", report.Moved);
            json.WriteStartObject("skipped");
            report.Skipped.ToList().ForEach(skipped => json.WriteNumber(skipped.Reason, skipped.Rows));
            json.WriteEndObject();
            json.WriteNumber("refused", report.Refused);
            json.WriteNumber("bad", report.Bad);
            json.WriteString("rejects", report.RejectsFile);
            json.WriteNumber("added", report.Added);
            json.WriteNumber("known", report.Known);
            json.WriteNumber("rounded", report.Rounded);
        });
        json.WriteNumber("added", added);
    });
}
