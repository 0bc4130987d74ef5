using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Spoor.Detection;

namespace Spoor.Web.Operations;

/// <summary><c>POST /withdrawals</c>: an exchange tells what it ordered, so that an outflow it did not order is known.</summary>
/// <param name="token">What the sender shows as bearer token; whoever has it can hide a theft by announcing it.</param>
/// <param name="watch">Whose withdrawals are taken.</param>
/// <param name="take">Hands on what is new. It is not told when a sender hangs up: what is on the disk is handed on all the same.</param>
public sealed class WithdrawalPush(string token, WithdrawalInbox inbox, WatchList watch, Func<Withdrawal, Task> take) : IDisposable
{
    public const int MaxBytes = 1 << 20;

    private const int MinToken = 16;
    private const string Scheme = "Bearer ";

    // Hashes are of one length, so that the comparison tells nothing of the token's.
    private readonly byte[] _expected = SHA256.HashData(Encoding.UTF8.GetBytes(token.Length >= MinToken
        ? token
        : throw new FormatException($"The token for withdrawals: expected at least {MinToken} characters, found {token.Length}.")));

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Queue<Withdrawal> _owed = [];

    public void Dispose() => _turn.Dispose();

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
            RefuseStrangers(pushed);
            int fresh = await HandOnAsync(pushed);
            await WriteAsync(context, StatusCodes.Status200OK, json =>
            {
                json.WriteString("spoor", "withdrawals/1");
                json.WriteNumber("taken", fresh);
                json.WriteNumber("known", pushed.Count - fresh);
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
        catch (IOException failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, $"Could not be kept or handed on; push it again. {failure.Message}");
        }
    }

    private void RefuseStrangers(IReadOnlyList<Withdrawal> pushed)
    {
        for (int i = 0; i < pushed.Count; i++)
        {
            if (!watch.Watches(pushed[i].Owner))
            {
                throw new FormatException($"Withdrawal {i + 1}, owner: expected {watch.ExpectedOwner}, found '{pushed[i].Owner}'.");
            }
        }
    }

    // What failed on its way stays owed and goes first the next time: the sender is told that it is known then.
    private async Task<int> HandOnAsync(IReadOnlyList<Withdrawal> pushed)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            var fresh = inbox.Take(pushed);
            foreach (var withdrawal in fresh)
            {
                _owed.Enqueue(withdrawal);
            }

            while (_owed.TryPeek(out var next))
            {
                await take(next);
                _owed.Dequeue();
            }

            return fresh.Count;
        }
        finally
        {
            _turn.Release();
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
