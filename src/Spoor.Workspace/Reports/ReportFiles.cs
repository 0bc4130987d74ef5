using System.Security.Cryptography;
using System.Text;
using Spoor.Reporting;
using Spoor.Reporting.Cases;
using Spoor.Reporting.Documents;
using Spoor.Reporting.Documents.Pdf;

namespace Spoor.Workspace.Reports;

/// <summary>The files of a report, all made before the first is written.</summary>
public sealed record ReportFiles(IReadOnlyList<ReportFile> Files)
{
    /// <summary>The page that a reader opens first.</summary>
    public const string Page = "report.html";

    /// <summary>The same findings give the same bytes.</summary>
    public static ReportFiles Of(CaseFindings findings, DeskNotes desk)
    {
        var document = CaseReport.Of(findings, desk);
        return new(
        [
            OfText(Page, HtmlWriter.Of(document)),
            OfText("report.md", MarkdownWriter.Of(document)),
            new("report.pdf", PdfWriter.Of(document)),
            .. document.Figures.Select(figure => OfText($"figures/{figure.Id}.svg", SvgText.Of(figure.Drawing))),
            .. document.Tables.Select(OfTable),
            .. CaseForm.All.Select(form => OfForm(form, findings)).Where(file => file.Bytes.Length > 0),
        ]);
    }

    public async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        foreach (var file in Files)
        {
            string path = Path.Combine(folder, file.Name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Bytes, cancellation);
        }
    }

    private static ReportFile OfText(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static ReportFile OfTable(Table table)
    {
        using var text = new StringWriter();
        TableCsv.Write(table, text);
        return OfText($"tables/{table.Id}.csv", text.ToString());
    }

    private static ReportFile OfForm(CaseForm form, CaseFindings findings)
    {
        using var bytes = new MemoryStream();
        form.Write(findings, bytes);
        return new(form.Name, bytes.ToArray());
    }
}

/// <summary>A file of a report.</summary>
/// <param name="Name">Below the folder, with slashes.</param>
public sealed record ReportFile(string Name, byte[] Bytes)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
