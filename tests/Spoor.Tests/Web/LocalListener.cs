using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Spoor.Tests.Web;

/// <summary>Takes what is posted to one path in this process, on a port of its own.</summary>
internal sealed class LocalListener : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LocalListener(WebApplication application) => _application = application;

    public string Url => _application.Urls.First();

    public static async Task<LocalListener> StartAsync(string path, Action<HttpContext, byte[]> take)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var listener = new LocalListener(builder.Build());
        listener._application.MapPost(path, async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            take(context, body.ToArray());
        });
        await listener._application.StartAsync(TestContext.Current.CancellationToken);
        return listener;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
