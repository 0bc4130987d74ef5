using Spoor.Storage.Acts;
using Spoor.Web.Accounts;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Cases.Comparing;
using Spoor.Workspace.Cases.Seals;
using Spoor.Workspace.Incidents;

namespace Spoor.Web.Cases;

/// <summary>Case files over the server: seals a case, checks a file that was handed in, compares two; each as a job.</summary>
/// <remarks>A file is read in memory and never unpacked onto a disk. It is hostile until its container, manifest and hashes were checked.</remarks>
public sealed class CaseSeals(Workbench workbench, HeavyWork heavy, JobBoard board, RequestLimits limits, AuditLog audit)
{
    public const string SealKind = "case";
    public const string VerifyKind = "case-verify";
    public const string DiffKind = "case-diff";

    private long _held;

    /// <summary>Seals a case as the server knows it now, without a signature: a server has no key of its own.</summary>
    /// <param name="desk">Whether what was done about the incident is sealed, too.</param>
    /// <exception cref="RefusalException">Too much waits already.</exception>
    public Job Seal(Caller caller, KnownIncident incident, DateOnly? asOf, bool desk)
    {
        var job = board.Start(caller, SealKind, (_, cancellation) => heavy.TurnAsync(token => SealAsync(incident, asOf, desk, token), cancellation), incident.Id, $"{incident.Id}.case");
        audit.Write(caller, "case.ordered", new() { ["incident"] = incident.Id, ["job"] = job.Id });
        return job;
    }

    /// <summary>Computes every result of a case file again from its inputs; the job gives <c>case-verify/1</c>.</summary>
    /// <exception cref="RefusalException">The file is too large, or too much waits already.</exception>
    public Job Verify(Caller caller, byte[] file) => Hold(file.Length, release => board.Start(caller, VerifyKind, (_, cancellation) => release(async () =>
    {
        var found = await CaseVerification.OfAsync(OpenedCase.Of(file), null, cancellation);
        return DocumentAnswer.BytesOf(output => CaseVerificationJson.Write(found, output));
    })));

    /// <summary>Says what changed between two case files; the job gives <c>case-diff/1</c>.</summary>
    /// <exception cref="RefusalException">The files are too large, or too much waits already.</exception>
    public Job Diff(Caller caller, byte[] before, byte[] after) => Hold(before.Length + after.Length, release => board.Start(caller, DiffKind, (_, cancellation) => release(async () =>
    {
        var comparison = await CaseComparison.OfAsync(CaseSide.Of(OpenedCase.Of(before), "The first file"), CaseSide.Of(OpenedCase.Of(after), "The second file"), cancellation);
        return DocumentAnswer.BytesOf(output => CaseDiffJson.Write(comparison, output));
    })));

    private async Task<byte[]> SealAsync(KnownIncident incident, DateOnly? asOf, bool desk, CancellationToken cancellation)
    {
        // Whoever checks the file has only what lies in it, and the prices that the server was given do not.
        var material = await workbench.MaterialAsync(incident, asOf, cancellation) with { Prices = null };
        var log = desk && workbench.Desk.LogOf(incident.Id) is var path && File.Exists(path) ? ActFile.Read(path) : null;
        var request = new SealRequest
        {
            Parameters = new() { AsOf = asOf },
            Acts = log,
            Tables = log is null ? [] : DeskTableEntries.Read(workbench.Desk, incident.Id, log),
        };
        return (await CaseSealing.SealAsync(workbench.Incidents, incident, material, request, null, cancellation)).ToFile(null);
    }

    // Files wait in memory for their turn, so that what waits is bounded by bytes and not by jobs alone.
    private Job Hold(long bytes, Func<Func<Func<Task<byte[]>>, Task<byte[]>>, Job> start)
    {
        if (Interlocked.Add(ref _held, bytes) > limits.MaxCaseFilesHeld)
        {
            Interlocked.Add(ref _held, -bytes);
            throw new RefusalException(Problem.Busy, "Too many case files wait to be checked; try again in a moment.");
        }

        try
        {
            return start(async work =>
            {
                try
                {
                    return await work();
                }
                finally
                {
                    Interlocked.Add(ref _held, -bytes);
                }
            });
        }
        catch (RefusalException)
        {
            Interlocked.Add(ref _held, -bytes);
            throw;
        }
    }
}
