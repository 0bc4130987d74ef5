using System.Text.Json;
using Spoor.Response.Suspensions;
using Spoor.Web.Suspensions;

namespace Spoor.Tests.Web.Serving;

/// <summary>An exchange that does what it is told and says so.</summary>
internal sealed class ObedientHook : IExchangeHook
{
    private static readonly string[] Echoed = ["key", "asset", "chain", "direction"];

    private string _state = SuspensionWishes.Open;

    public string ShownName => "obedient";

    public Task<HookAnswer> AskAsync(string id, byte[] body, CancellationToken cancellation)
    {
        var order = JsonSerializer.Deserialize<JsonElement>(body);
        _state = Text(order, "ask") == "set" ? Text(order, "want") : _state;
        var answer = Echoed.ToDictionary(member => member, member => Text(order, member));
        (answer["format"], answer["state"]) = (HookWord.Format, _state);
        return Task.FromResult<HookAnswer>(new HookAnswer.Answered(JsonSerializer.SerializeToUtf8Bytes(answer)));
    }

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString()!;
}
