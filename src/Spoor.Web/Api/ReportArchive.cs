using System.IO.Compression;
using Spoor.Reporting.Cases;
using Spoor.Workspace.Reports;

namespace Spoor.Web.Api;

/// <summary>A report as one run of bytes that can be kept: its files in a ZIP of our own making.</summary>
internal static class ReportArchive
{
    /// <summary>The list of files, <c>report/1</c>.</summary>
    public const string Listing = "report.json";

    public static byte[] Of(CaseFindings findings, ReportFiles files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.Files)
            {
                using var entry = archive.CreateEntry(file.Name, CompressionLevel.Fastest).Open();
                entry.Write(file.Bytes);
            }

            using var listing = archive.CreateEntry(Listing, CompressionLevel.Fastest).Open();
            using var text = new MemoryStream();
            ReportJson.Write(findings, files, text);
            listing.Write(text.ToArray());
        }

        return bytes.ToArray();
    }

    /// <summary>A file by its name, which is looked up among the names and never on a disk; null where there is none.</summary>
    public static byte[]? Read(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using var content = entry.Open();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
