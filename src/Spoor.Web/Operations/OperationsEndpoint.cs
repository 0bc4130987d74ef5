using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spoor.Web.Operations;

/// <summary>A small HTTP server beside a watch: <c>/healthz</c>, <c>/metrics</c> and, where a token was set, <c>POST /withdrawals</c>.</summary>
public sealed class OperationsEndpoint : IAsyncDisposable
{
    private const int MaxConnections = 64;
    private static readonly TimeSpan HeaderPatience = TimeSpan.FromSeconds(10);

    private readonly WebApplication _application;

    private OperationsEndpoint(WebApplication application) => _application = application;

    /// <summary>Where it listens; the port is a real one even if 0 was asked for.</summary>
    public string Url => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <param name="url">Scheme http, an address or localhost, and a port.</param>
    /// <param name="withdrawals">Null where none are taken.</param>
    /// <exception cref="FormatException">Not a URL to listen on.</exception>
    public static async Task<OperationsEndpoint> StartAsync(string url, WatchVitals vitals, WithdrawalPush? withdrawals, CancellationToken cancellation)
    {
        var address = AddressOf(url);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxConcurrentConnections = MaxConnections;
            options.Limits.MaxRequestBodySize = WithdrawalPush.MaxBytes;
            options.Limits.RequestHeadersTimeout = HeaderPatience;
            options.Listen(address);
        });
        var endpoint = new OperationsEndpoint(builder.Build());
        endpoint.Map(vitals, withdrawals);
        await endpoint._application.StartAsync(cancellation);
        return endpoint;
    }

    /// <summary>Whether only this machine can reach a URL.</summary>
    /// <exception cref="FormatException">Not a URL to listen on.</exception>
    public static bool IsLoopback(string url) => IPAddress.IsLoopback(AddressOf(url).Address);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private void Map(WatchVitals vitals, WithdrawalPush? withdrawals)
    {
        _application.MapGet("/healthz", async (HttpContext context) =>
        {
            using var page = new MemoryStream();
            HealthJson.Write(vitals, page);
            context.Response.StatusCode = vitals.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(page.ToArray(), context.RequestAborted);
        });
        _application.MapGet("/metrics", async (HttpContext context) =>
        {
            context.Response.ContentType = MetricsText.ContentType;
            await context.Response.WriteAsync(MetricsText.Of(vitals), context.RequestAborted);
        });
        if (withdrawals is not null)
        {
            _application.MapPost("/withdrawals", withdrawals.TakeAsync);
        }
    }

    private static IPEndPoint AddressOf(string url)
    {
        bool valid = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttp && parsed.AbsolutePath == "/";
        string host = valid ? parsed!.Host.Trim('[', ']') : "";
        return host == "localhost" ? new(IPAddress.Loopback, parsed!.Port)
            : IPAddress.TryParse(host, out var address) ? new(address, parsed!.Port)
            : throw new FormatException($"--listen: expected http, an address and a port, such as http://127.0.0.1:9464, found '{url}'.");
    }
}
