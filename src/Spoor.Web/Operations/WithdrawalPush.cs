using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Spoor.Detection;

namespace Spoor.Web.Operations;

/// <summary><c>POST /withdrawals</c>: an exchange tells what it ordered, so that an outflow it did not order is known.</summary>
/// <param name="token">What the sender shows as bearer token; whoever has it can hide a theft by announcing it.</param>
/// <param name="take">Hands on what is new.</param>
public sealed class WithdrawalPush(string token, WithdrawalInbox inbox, Func<Withdrawal, CancellationToken, Task> take)
{
    public const int MaxBytes = 1 << 20;

    private const int MinToken = 16;
    private const string Scheme = "Bearer ";

    // Hashes are of one length, so that the comparison tells nothing of the token's.
    private readonly byte[] _expected = SHA256.HashData(Encoding.UTF8.GetBytes(token.Length >= MinToken
        ? token
        : throw new FormatException($"The token for withdrawals: expected at least {MinToken} characters, found {token.Length}.")));

    public async Task TakeAsync(HttpContext context)
    {
        if (!IsKnown(context.Request.Headers.Authorization.ToString()))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await AnswerAsync(context, StatusCodes.Status401Unauthorized, "Expected the bearer token of this watch.");
            return;
        }

        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var pushed = WithdrawalJson.Read(body.ToArray());
            var fresh = inbox.Take(pushed);
            foreach (var withdrawal in fresh)
            {
                await take(withdrawal, context.RequestAborted);
            }

            await WriteAsync(context, StatusCodes.Status200OK, json =>
            {
                json.WriteString("spoor", "withdrawals/1");
                json.WriteNumber("taken", fresh.Count);
                json.WriteNumber("known", pushed.Count - fresh.Count);
            });
        }
        catch (FormatException failure)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, failure.Message);
        }
        catch (WithdrawalConflictException failure)
        {
            await AnswerAsync(context, StatusCodes.Status409Conflict, failure.Message);
        }
        catch (BadHttpRequestException failure)
        {
            await AnswerAsync(context, failure.StatusCode, $"Expected at most {MaxBytes} bytes.");
        }
    }

    private bool IsKnown(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(authorization[Scheme.Length..])), _expected);

    private static Task AnswerAsync(HttpContext context, int status, string detail) => WriteAsync(context, status, json =>
    {
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
    });

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> members)
    {
        using var page = new MemoryStream();
        Reporting.JsonText.Write(page, members);
        context.Response.StatusCode = status;
        context.Response.ContentType = status < StatusCodes.Status400BadRequest ? "application/json" : "application/problem+json";
        await context.Response.Body.WriteAsync(page.ToArray(), context.RequestAborted);
    }
}
