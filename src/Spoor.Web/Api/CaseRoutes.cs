using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Spoor.Web.Accounts;
using Spoor.Web.Cases;
using Spoor.Web.Serving;
using Spoor.Workspace;

namespace Spoor.Web.Api;

/// <summary>Case files: seal one, check one that is handed in, say what changed between two; each as a job.</summary>
internal static class CaseRoutes
{
    private const string CaseType = "application/zip";
    private const string FormType = "multipart/form-data";

    // The lines between the parts of a form and their headers.
    private const int FormRoom = 64 << 10;

    public static void Map(IEndpointRouteBuilder api)
    {
        var limits = api.ServiceProvider.GetService(typeof(RequestLimits)) as RequestLimits ?? new();
        api.MapPost("/incidents/{incident}/case", SealAsync)
            .Tells("sealCase", "Seal a case with all that its figures rest on into one file; the job's document is that file.", "job/1", Problem.NotFound, Problem.BadBody, Problem.Busy)
            .Accepts<NewSeal>(DocumentAnswer.Json).Answers(StatusCodes.Status202Accepted).For(Role.Investigator);
        api.MapPost("/cases/verify", VerifyAsync)
            .Tells("verifyCase", "Compute every result of a case file again from its inputs and compare bytes; the job gives case-verify/1.", "job/1", Problem.WrongMediaType, Problem.BadBody, Problem.TooLarge, Problem.Busy)
            .Answers(StatusCodes.Status202Accepted).For(Role.Viewer).WithMetadata(new Largest(limits.MaxCaseFile), new RouteBytes(CaseType));
        api.MapPost("/cases/diff", DiffAsync)
            .Tells("diffCases", "Say what changed between two case files, given as before and after of a form; the job gives case-diff/1.", "job/1", Problem.WrongMediaType, Problem.BadBody, Problem.TooLarge, Problem.Busy)
            .Answers(StatusCodes.Status202Accepted).For(Role.Viewer).WithMetadata(new Largest((2 * limits.MaxCaseFile) + FormRoom), new RouteBytes(FormType, "before", "after"));
    }

    private static async Task<DocumentAnswer> SealAsync(string incident, HttpContext context, Workbench workbench, CaseSeals seals)
    {
        var known = IncidentRoutes.Find(workbench, incident);
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewSeal);
        return JobRoutes.Accepted(context, seals.Seal(context.Caller(), known, Asked.Day(asked.AsOf, "asOf"), asked.Desk));
    }

    private static async Task<DocumentAnswer> VerifyAsync(HttpContext context, CaseSeals seals)
    {
        if (context.Request.ContentType is not (CaseType or "application/octet-stream"))
        {
            throw new RefusalException(Problem.WrongMediaType, $"Expected Content-Type: {CaseType}.");
        }

        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return bytes.Length == 0
            ? throw new RefusalException(Problem.BadBody, "Expected the bytes of a case file, found none.")
            : JobRoutes.Accepted(context, seals.Verify(context.Caller(), bytes.ToArray()));
    }

    private static async Task<DocumentAnswer> DiffAsync(HttpContext context, CaseSeals seals, RequestLimits limits)
    {
        if (!context.Request.HasFormContentType)
        {
            throw new RefusalException(Problem.WrongMediaType, $"Expected Content-Type: {FormType}.");
        }

        var form = await FormAsync(context, limits);
        byte[] before = await FileAsync(form, "before", limits, context.RequestAborted);
        byte[] after = await FileAsync(form, "after", limits, context.RequestAborted);
        return JobRoutes.Accepted(context, seals.Diff(context.Caller(), before, after));
    }

    private static async Task<IFormCollection> FormAsync(HttpContext context, RequestLimits limits)
    {
        try
        {
            return await context.Request.ReadFormAsync(
                new FormOptions { ValueCountLimit = 2, KeyLengthLimit = 100, ValueLengthLimit = 1_000, MultipartBodyLengthLimit = limits.MaxCaseFile, MultipartHeadersCountLimit = 8, MultipartHeadersLengthLimit = 4_000 },
                context.RequestAborted);
        }
        catch (InvalidDataException failure)
        {
            throw new RefusalException(Problem.BadBody, "Expected a form of two files, before and after.", failure);
        }
    }

    private static async Task<byte[]> FileAsync(IFormCollection form, string name, RequestLimits limits, CancellationToken cancellation)
    {
        var file = form.Files.Count == 2 && form.Files.GetFile(name) is { Length: > 0 } found
            ? found
            : throw new RefusalException(Problem.BadBody, $"{name}: expected a form of two case files, before and after.");
        if (file.Length > limits.MaxCaseFile)
        {
            throw new RefusalException(Problem.TooLarge, $"{name}: expected at most {limits.MaxCaseFile >> 20} MB.");
        }

        byte[] bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    // Takes the place of the limit of all other bodies.
    private sealed record Largest(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
