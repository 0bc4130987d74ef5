using Spoor.Reporting.Cases;
using Spoor.Response;
using Spoor.Storage.Acts;
using Spoor.Workspace.Compensation;

namespace Spoor.Workspace.Reports;

/// <summary>What a response desk knows of a case, for its report.</summary>
public static class DeskReading
{
    /// <summary>As of its last act and not of today, so that the same desk gives the same report.</summary>
    /// <exception cref="FormatException">The desk has no log of the incident, or one that is not as it should be.</exception>
    public static DeskNotes Of(DeskFolder desk, string incident)
    {
        if (!File.Exists(desk.LogOf(incident)))
        {
            throw new FormatException($"The desk {desk.Path} has no log of {incident}. Name another desk with --desk, or leave it out.");
        }

        var log = ActFile.Read(desk.LogOf(incident));
        var now = log.Acts.Count > 0 ? log.Acts[^1].At : DateTimeOffset.UnixEpoch;
        return DeskNotes.Of(ResponseState.Of(incident, log, now), OpenCompensation.CaseOf(incident, log, desk));
    }
}
