using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web;

/// <summary>A webhook's receiver in this process, on a port of its own.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebhookReceiver(WebApplication application) => _application = application;

    /// <summary>What it answers, given how many requests came before: a status, or 0 to hang up.</summary>
    public Func<int, byte[], int> Answer { get; set; } = (_, _) => 204;

    public ConcurrentQueue<(WebhookSignature Signature, byte[] Body)> Received { get; } = [];

    public string Url => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._application.MapPost("/hook", receiver.TakeAsync);
        await receiver._application.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        int status = Answer(Received.Count, body.ToArray());
        if (status == 0)
        {
            context.Abort();
            return;
        }

        Received.Enqueue((new(Header(WebhookSignature.IdHeader), Header(WebhookSignature.TimestampHeader), Header(WebhookSignature.SignatureHeader)), body.ToArray()));
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "/elsewhere";

        string Header(string name) => context.Request.Headers[name].ToString();
    }
}
