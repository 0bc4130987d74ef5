using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Screening;

namespace Spoor.Web.Api.MistTrack;

/// <summary>What a client asks to have scored; its key comes with it.</summary>
public sealed record MistTrackTask(
    string Coin, string? Address = null, string? Txid = null, string? Direction = null, [property: JsonPropertyName("api_key")] string? ApiKey = null);

/// <summary><c>risk_score_create_task</c>: for us a score needs no time, so that a task has its result as soon as it is made.</summary>
internal static class MistTrackTasks
{
    public static async Task<IResult> CreateAsync(HttpContext context, Gatekeeper gatekeeper, Workbench workbench, ScreeningSource source, TimeProvider clock)
    {
        var asked = await JsonBody.ReadAsync(context, Bodies.Default.MistTrackTask);
        if (Caller.Of(context.User) is null && gatekeeper.AdmitKey(asked.ApiKey ?? "", Gatekeeper.SourceOf(context)) is not Entry.Open and var entry)
        {
            return MistTrackAnswer.Unknown(entry is Entry.Wait);
        }

        await MistTrackRiskQuestion.ReadAsync(asked, workbench, source, context.RequestAborted);
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{asked.Coin}\n{asked.Address}\n{asked.Txid}\n{asked.Direction}")))[..32];
        return MistTrackAnswer.Of(json =>
        {
            json.WriteBoolean("has_result", true);
            json.WriteNumber("scanned_ts", clock.GetUtcNow().ToUnixTimeSeconds());
            json.WriteString("task_id", id);
        });
    }
}
