using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web;

/// <summary>A webhook's receiver in this process, on a port of its own.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private LocalListener? _listener;

    private WebhookReceiver()
    {
    }

    /// <summary>What it answers, given how many requests came before: a status, or 0 to hang up.</summary>
    public Func<int, byte[], int> Answer { get; set; } = (_, _) => 204;

    public ConcurrentQueue<(WebhookSignature Signature, byte[] Body)> Received { get; } = [];

    public string Url => _listener!.Url + "/hook";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        receiver._listener = await LocalListener.StartAsync("/hook", receiver.Take);
        return receiver;
    }

    public ValueTask DisposeAsync() => _listener!.DisposeAsync();

    private void Take(HttpContext context, byte[] body)
    {
        int status = Answer(Received.Count, body);
        if (status == 0)
        {
            context.Abort();
            return;
        }

        Received.Enqueue((new(Header(WebhookSignature.IdHeader), Header(WebhookSignature.TimestampHeader), Header(WebhookSignature.SignatureHeader)), body));
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "/elsewhere";

        string Header(string name) => context.Request.Headers[name].ToString();
    }
}
