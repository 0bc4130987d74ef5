using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Spoor.Storage;

namespace Spoor.Web.Serving;

/// <summary>The one place where a failure becomes an answer; whatever nobody foresaw is logged and says nothing of the inside.</summary>
public sealed partial class FaultAnswers(RequestDelegate next, ILogger<FaultAnswers> log)
{
    [SuppressMessage("Design", "CA1031", Justification = "The top of a request: whatever nobody foresaw is logged and ends it.")]
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await AnswerEmptyAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer; and of one that has begun not even the status may be said again.
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await AnswerOf(failure).ExecuteAsync(context);
        }
        catch (Exception failure)
        {
            // Half an answer is out: only a broken connection tells the reader that it is not whole.
            LogFault(failure.GetType().FullName ?? "", failure.StackTrace ?? "");
            context.Abort();
        }
    }

    private ProblemAnswer AnswerOf(Exception failure)
    {
        switch (failure)
        {
            case RefusalException refusal:
                return new(refusal.Problem, refusal.Message);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return new(Problem.TooLarge, "Expected a smaller body; see the limits of the route.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                return new(Problem.Slow, "The body came too slowly.");
            case BadHttpRequestException:
                return new(Problem.BadRequest, "Expected a request as HTTP describes it.");
            case OperationCanceledException:
                return ProblemAnswer.TooSlow;
            case StorageException store:
                LogData(store.GetType().Name);
                return new(Problem.Store, "The store of the server did not do what was asked; its log says more.");
            case FormatException or IOException or UnauthorizedAccessException:
                LogFault(failure.GetType().FullName ?? "", failure.StackTrace ?? "");
                return new(Problem.DataFault, "A file of the server is missing or not as it should be; check incidents with 'spoor incident check' and the desk with 'spoor respond log'.");
            default:
                LogFault(failure.GetType().FullName ?? "", failure.StackTrace ?? "");
                return new(Problem.Fault, "This is an error in Spoor; please report what you asked for.");
        }
    }

    private static Task AnswerEmptyAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.ContentLength is not null || response.ContentType is not null)
        {
            return Task.CompletedTask;
        }

        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new ProblemAnswer(Problem.NoRoute, "Expected a route of /openapi/v1.json.").ExecuteAsync(context),
            StatusCodes.Status405MethodNotAllowed => new ProblemAnswer(Problem.WrongMethod, $"Expected {response.Headers.Allow}.").ExecuteAsync(context),
            StatusCodes.Status413PayloadTooLarge => new ProblemAnswer(Problem.TooLarge, "Expected a smaller body; see the limits of the route.").ExecuteAsync(context),
            StatusCodes.Status415UnsupportedMediaType => new ProblemAnswer(Problem.WrongMediaType, "Expected application/json.").ExecuteAsync(context),
            StatusCodes.Status400BadRequest => new ProblemAnswer(Problem.BadRequest, "Expected a request as the route describes it.").ExecuteAsync(context),
            _ => Task.CompletedTask,
        };
    }

    // Of what failed neither message nor path of the request: both may hold what a stranger typed, or a secret.
    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed with {Type} {Where}")]
    private partial void LogFault(string type, string where);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store refused: {Type}")]
    private partial void LogData(string type);
}
