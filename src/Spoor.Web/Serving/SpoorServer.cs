using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spoor.Web.Accounts;
using Spoor.Web.Jobs;

namespace Spoor.Web.Serving;

/// <summary><c>spoor serve</c>: the one process that owns the data folder while it runs.</summary>
public sealed class SpoorServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly OneTimeToken _token;

    private SpoorServer(WebApplication application)
    {
        _application = application;
        _token = application.Services.GetRequiredService<OneTimeToken>();
    }

    /// <summary>Where it listens; the port is a real one even if 0 was asked for.</summary>
    public Uri Url => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Opens one session of an admin, once.</summary>
    public Uri StartUrl => new(Url, $"start?token={_token.Text}");

    /// <summary>What it works on.</summary>
    internal JobBoard Jobs => _application.Services.GetRequiredService<JobBoard>();

    /// <summary>What it works out for pages and answers.</summary>
    internal HeavyWork Heavy => _application.Services.GetRequiredService<HeavyWork>();

    /// <exception cref="FormatException">What is asked for is not safe, or a file is not as described.</exception>
    /// <exception cref="IOException">The port is taken, or a file cannot be read.</exception>
    public static async Task<SpoorServer> StartAsync(ServeSettings settings, CancellationToken cancellation)
    {
        settings.Check(AccountFile.In(settings.Folder).Current());
        try
        {
            return await StartAtAsync(settings, cancellation);
        }
        catch (IOException failure) when (IsTaken(failure) && settings.AnyPort)
        {
            return await StartAtAsync(settings with { Urls = [.. settings.Urls.Select(url => url with { Port = 0 })] }, cancellation);
        }
        catch (IOException failure) when (IsTaken(failure))
        {
            throw new IOException($"Another program listens at {string.Join(" or ", settings.Urls.Select(url => $"port {url.Port}"))}. End it, name another port with --urls, or say --any-port.", failure);
        }
    }

    /// <summary>Runs until it is cancelled, then lets open requests end.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        await _application.StopAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task<SpoorServer> StartAtAsync(ServeSettings settings, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        if (settings.Logging is { } logging)
        {
            // At lower levels the framework logs whole URLs, and with them tokens and keys.
            builder.Logging.AddProvider(logging).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        }

        builder.WebHost.UseKestrel(options => Configure(options, settings));
        ServerParts.Add(builder.Services, settings);
        var application = builder.Build();
        try
        {
            ServerPipeline.Use(application, settings);
            await application.StartAsync(cancellation);
            return new(application);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    private static void Configure(KestrelServerOptions options, ServeSettings settings)
    {
        var limits = settings.Limits;
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = limits.MaxConnections;
        options.Limits.MaxConcurrentUpgradedConnections = limits.MaxConnections;
        options.Limits.MaxRequestBodySize = limits.MaxBody;
        options.Limits.RequestHeadersTimeout = limits.LongestHeaders;
        options.Limits.MinRequestBodyDataRate = new(limits.MinBytesPerSecond, limits.GraceOfBody);
        options.Limits.MinResponseDataRate = new(limits.MinBytesPerSecond, limits.GraceOfBody);
        foreach (var url in settings.Urls)
        {
            options.Listen(new IPEndPoint(url.Address, url.Port), listen =>
            {
                if (url.IsHttps)
                {
                    listen.UseHttps(CertificateOf(settings.Tls!.Value));
                }
            });
        }
    }

    // Windows takes a key only from a container, so the pair goes through one.
    private static X509Certificate2 CertificateOf((string Certificate, string Key) tls)
    {
        using var pair = X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key);
        return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
    }

    private static bool IsTaken(IOException failure) =>
        failure.InnerException is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };
}
