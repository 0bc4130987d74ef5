using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary><c>/accounts</c> and <c>/keys</c>: who may come in.</summary>
internal static class AccountRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/accounts", List).Tells("listAccounts", "All accounts, without their passwords.", "accounts/1").Answers(StatusCodes.Status200OK).For(Role.Admin);
        api.MapPost("/accounts", AddAsync).Tells("addAccount", "Give somebody an account.", "account/1", Problem.BadBody, Problem.Conflict)
            .Accepts<NewAccount>(DocumentAnswer.Json).Answers(StatusCodes.Status201Created).For(Role.Admin);
        api.MapDelete("/accounts/{name}", Remove).Tells("removeAccount", "Take an account away; its sessions end at once.", "", Problem.NotFound)
            .Answers(StatusCodes.Status204NoContent).For(Role.Admin);
        api.MapGet("/keys", ListKeys).Tells("listKeys", "All keys, without what they open with.", "keys/1").Answers(StatusCodes.Status200OK).For(Role.Admin);
        api.MapPost("/keys", AddKeyAsync).Tells("addKey", "Make a key for a program; it is shown in this answer and never again.", "key/1", Problem.BadBody)
            .Accepts<NewKey>(DocumentAnswer.Json).Answers(StatusCodes.Status201Created).For(Role.Admin);
        api.MapDelete("/keys/{id}", Revoke).Tells("revokeKey", "Revoke a key; it opens nothing from then on.", "", Problem.NotFound)
            .Answers(StatusCodes.Status204NoContent).For(Role.Admin);
    }

    private static DocumentAnswer List(AccountFile accounts) => DocumentAnswer.Of(output => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "accounts/1");
        json.WriteObjects("accounts", accounts.Current().Accounts, account =>
        {
            json.WriteString("name", account.Name);
            json.WriteString("role", account.Role.Word());
        });
    }));

    private static async Task<IResult> AddAsync(HttpContext context, AccountFile accounts, AuditLog audit)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewAccount);
        var account = Asked.Read(Problem.BadBody, () => new Account(AccountName.Checked(asked.Name), Roles.Parse(asked.Role), PasswordHash.Of(asked.Password)));
        Asked.Read(Problem.Conflict, () => accounts.Change(book => book.With(account)));
        audit.Write(context.Caller(), "account.added", new() { ["account"] = account.Name, ["accountRole"] = account.Role.Word() });
        return new DocumentAnswer(DocumentAnswer.BytesOf(output => JsonText.Write(output, json =>
        {
            json.WriteString("spoor", "account/1");
            json.WriteString("name", account.Name);
            json.WriteString("role", account.Role.Word());
        })), DocumentAnswer.Json)
        {
            Status = StatusCodes.Status201Created,
        };
    }

    private static IResult Remove(string name, HttpContext context, AccountFile accounts, AuditLog audit)
    {
        Asked.Read(Problem.NotFound, () => accounts.Change(book => book.Without(name)));
        audit.Write(context.Caller(), "account.removed", new() { ["account"] = name });
        return Results.NoContent();
    }

    private static DocumentAnswer ListKeys(AccountFile accounts) => DocumentAnswer.Of(output => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "keys/1");
        json.WriteObjects("keys", accounts.Current().Keys, key => AccountJson.WriteShown(json, key));
    }));

    private static async Task<IResult> AddKeyAsync(HttpContext context, AccountFile accounts, AuditLog audit, TimeProvider clock)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.NewKey);
        var (key, text) = Asked.Read(Problem.BadBody, () => ApiKey.Draw(asked.Name, Roles.Parse(asked.Role), clock.GetUtcNow()));
        Asked.Read(Problem.Conflict, () => accounts.Change(book => book.With(key)));
        audit.Write(context.Caller(), "key.added", new() { ["key"] = key.Id, ["name"] = key.Name, ["keyRole"] = key.Role.Word() });
        return new DocumentAnswer(DocumentAnswer.BytesOf(output => JsonText.Write(output, json =>
        {
            json.WriteString("spoor", "key/1");
            AccountJson.WriteShown(json, key);
            json.WriteString("key", text);
        })), DocumentAnswer.Json)
        {
            Status = StatusCodes.Status201Created,
        };
    }

    private static IResult Revoke(string id, HttpContext context, AccountFile accounts, AuditLog audit, TimeProvider clock)
    {
        Asked.Read(Problem.NotFound, () => accounts.Change(book => book.Revoke(id, clock.GetUtcNow())));
        audit.Write(context.Caller(), "key.revoked", new() { ["key"] = id });
        return Results.NoContent();
    }
}
