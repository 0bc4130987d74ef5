using Spoor.Web.Accounts;
using Spoor.Web.Jobs;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Pages.Cases;

/// <summary>What is made of a case in a job: of which stand, for whom, and the job that the URL names, so that a reload finds it again.</summary>
/// <param name="Job">Null where none is named.</param>
/// <param name="WithDesk">Whether what it made tells the acts of the response, too.</param>
public sealed record CaseWork(KnownIncident Incident, DateOnly? AsOf, Caller Caller, string? Job, bool WithDesk)
{
    /// <summary>Where a tab follows a job.</summary>
    internal string UrlOf(string tab, Job job, bool desk = false) => $"{CaseTabs.UrlOf(Incident.Id, tab, AsOf)}&job={job.Id}{(desk ? "&desk=1" : "")}";
}
