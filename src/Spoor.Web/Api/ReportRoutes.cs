using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Cases;
using Spoor.Web.Serving;
using Spoor.Workspace;

namespace Spoor.Web.Api;

/// <summary>The report of a case and its machine forms, made when they are asked for and kept a while.</summary>
internal static class ReportRoutes
{
    // A report is one file that a browser shows as it is: its style is inside, script it has none.
    private const string ShownPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/incidents/{incident}/report", ListAsync)
            .Tells("report", "The files of the report of a case, as of a day (asOf), each with its SHA-256; desk=true tells what was done about it, too.", "report/1", Problem.NotFound, Problem.BadParameter, Problem.Busy)
            .Answers(StatusCodes.Status200OK).For(Role.Investigator);
        api.MapGet("/incidents/{incident}/report/{**file}", FileAsync)
            .Tells("reportFile", "One file of the report: report.html, report.md, report.pdf, stix.json, misp.json, dora.json, tagpack.yaml, tables/…, figures/….", "", Problem.NotFound, Problem.BadParameter, Problem.Busy)
            .Answers(StatusCodes.Status200OK, "application/octet-stream").For(Role.Investigator);
    }

    private static async Task<DocumentAnswer> ListAsync(string incident, HttpContext context, Workbench workbench, CaseReports reports)
    {
        byte[] zip = await ReportAsync(incident, context, workbench, reports);
        return new(ReportArchive.Read(zip, ReportArchive.Listing)!, DocumentAnswer.Json);
    }

    private static async Task<DocumentAnswer> FileAsync(string incident, string file, HttpContext context, Workbench workbench, CaseReports reports, AuditLog audit)
    {
        byte[] zip = await ReportAsync(incident, context, workbench, reports);
        byte[] bytes = ReportArchive.Read(zip, file) ?? throw new RefusalException(Problem.NotFound, "Expected one of the files that the report lists.");
        audit.Write(context.Caller(), "report.exported", new() { ["incident"] = incident, ["file"] = file });
        return new(bytes, TypeOf(file)) { SaveAs = Path.GetExtension(file) is ".html" or ".svg" ? null : file.Split('/')[^1], Policy = ShownPolicy };
    }

    private static Task<byte[]> ReportAsync(string incident, HttpContext context, Workbench workbench, CaseReports reports)
    {
        var known = IncidentRoutes.Find(workbench, incident);
        var day = Asked.Day(Asked.Text(context.Request, "asOf"), "asOf");
        return reports.ArchiveAsync(known, day, Asked.Flag(context.Request, "desk"), context.RequestAborted);
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".md" => "text/markdown; charset=utf-8",
        ".pdf" => "application/pdf",
        ".json" => DocumentAnswer.Json,
        ".csv" => "text/csv; charset=utf-8",
        ".yaml" => "application/yaml",
        _ => "application/octet-stream",
    };
}
