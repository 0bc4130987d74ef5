using Spoor.Web.Webhooks;

namespace Spoor.Web.Suspensions;

/// <summary>A hook behind a URL: each request is signed as webhooks are, and goes only where webhooks may go.</summary>
public sealed class HttpHook(WebhookTarget target, TimeProvider clock, TimeSpan limit) : IExchangeHook, IDisposable
{
    private readonly WebhookSender _sender = new(target, clock) { Limit = limit };

    public string ShownName => target.ShownName;

    public async Task<HookAnswer> AskAsync(string id, byte[] body, CancellationToken cancellation)
    {
        var (answer, said) = await _sender.AskAsync(id, body, HookAnswer.MostBytes, cancellation);
        return answer switch
        {
            WebhookAnswer.Taken => new HookAnswer.Answered(said),
            WebhookAnswer.Refused refused => new HookAnswer.Refused(refused.Why),
            WebhookAnswer.Down down => new HookAnswer.Down(down.Why, down.After),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public void Dispose() => _sender.Dispose();
}
