using Spoor.Reporting.Cases;
using Spoor.Storage.Acts;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Incidents;
using Spoor.Workspace.Reports;

namespace Spoor.Web.Cases;

/// <summary>The report of a case and its machine forms, made when they are asked for and kept a while.</summary>
public sealed class CaseReports(Workbench workbench, CaseShelf shelf, HeavyWork heavy, JobBoard board, AuditLog audit)
{
    /// <summary>What the job that makes a report is called.</summary>
    public const string Kind = "report";

    /// <summary>Every file of a report in one ZIP, with their list.</summary>
    /// <param name="desk">Whether it tells what was done about the incident, where that has a log.</param>
    public async Task<byte[]> ArchiveAsync(KnownIncident incident, DateOnly? asOf, bool desk, CancellationToken cancellation)
    {
        var findings = await shelf.FindingsAsync(incident, asOf, cancellation);
        string log = workbench.Desk.LogOf(incident.Id);
        bool tells = desk && File.Exists(log);
        var notes = tells ? DeskReading.Of(workbench.Desk, incident.Id) : DeskNotes.None;
        string stand = tells ? ActFile.Read(log).Head : "";
        return await heavy.AnswerAsync(
            $"report\n{incident.Id}\n{asOf:O}\n{stand}",
            _ => Task.FromResult(ReportArchive.Of(findings, ReportFiles.Of(findings, notes))),
            cancellation);
    }

    /// <summary>Makes a report for somebody who fetches it when it is done.</summary>
    /// <exception cref="RefusalException">Too much waits already.</exception>
    public Job Order(Caller caller, KnownIncident incident, DateOnly? asOf, bool desk)
    {
        var job = board.Start(caller, Kind, (_, cancellation) => ArchiveAsync(incident, asOf, desk, cancellation), incident.Id, $"{incident.Id}-report.zip");
        audit.Write(caller, "report.ordered", new() { ["incident"] = incident.Id, ["job"] = job.Id });
        return job;
    }
}
