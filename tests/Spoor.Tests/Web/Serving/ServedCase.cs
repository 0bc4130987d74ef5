using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spoor.Storage.Acts;
using Spoor.Tests.Cli;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Serving;

/// <summary>A real server on a free port of this machine, over a data folder with a small case in it, and a key of every role.</summary>
public sealed class ServedCase : IAsyncLifetime
{
    /// <summary>A label as somebody hostile would write it.</summary>
    public const string HostileLabel = "<script>alert(1)</script>\"'&";

    public const string Password = "correct horse battery";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<Role, string> _keys = [];
    private readonly List<IDisposable> _clients = [];
    private CommandRun? _run;
    private SpoorServer? _server;

    /// <summary>What a test wants otherwise.</summary>
    internal Func<ServeSettings, ServeSettings> Change { get; init; } = settings => settings;

    internal SpoorServer Server => _server!;

    internal CapturedLog Log { get; } = new();

    internal string Folder => Path.Combine(_run!.Folder, "spoor-data");

    internal string AlertFile => Path.Combine(Folder, "alerts.jsonl");

    internal AccountFile Accounts => AccountFile.In(Spoor.Storage.DataFolder.At(Folder));

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<ServedCase> StartAsync(Func<ServeSettings, ServeSettings>? change = null)
    {
        var served = new ServedCase { Change = change ?? (settings => settings) };
        await served.InitializeAsync();
        return served;
    }

    public async ValueTask InitializeAsync()
    {
        _run = await SmallCase.ImportedAsync();
        _run.Write("hostile.csv", $"address,name,category,abuse\n{SmallCase.Thief},\"{HostileLabel.Replace("\"", "\"\"", StringComparison.Ordinal)}\",perpetrator,\n0x00000000000000000000000000000000000000e1,OFAC SDN X,,sanction\n");
        var (code, _, talk) = await _run.RunAsync("labels", "import", "hostile.csv");
        Assert.True(code == 0, talk);
        foreach (var role in Enum.GetValues<Role>())
        {
            var (key, text) = ApiKey.Draw($"{role.Word()}-bot", role, DateTimeOffset.UnixEpoch);
            Accounts.Change(book => book.With(key));
            _keys[role] = text;
        }

        Accounts.Change(book => book.With(new Account("alice", Role.Responder, PasswordHash.Of(Password, iterations: 10))));
        var settings = new ServeSettings
        {
            Folder = Spoor.Storage.DataFolder.At(Folder),
            Desk = DeskFolder.At(Path.Combine(_run.Folder, "desk")),
            AlertFile = AlertFile,
            Urls = [ListenUrl.Parse("http://127.0.0.1:0")],
            Clock = TimeProvider.System,
            Logging = Log,
            Limits = new() { PerSecond = 0, UnknownPerSecond = 0 },
        };
        _server = await SpoorServer.StartAsync(Change(settings), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _run?.Dispose();
    }

    internal string KeyOf(Role role) => _keys[role];

    /// <summary>Somebody with the key of a role; nobody where there is none.</summary>
    internal HttpClient Client(Role? role = null, bool cookies = false)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = cookies };
        var client = new HttpClient(handler) { BaseAddress = Server.Url, Timeout = Patience };
        _clients.Add(client);
        if (role is { } known)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _keys[known]);
        }

        return client;
    }

    internal async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string path, Role? role = Role.Viewer)
    {
        using var answer = await Client(role).GetAsync(path, Cancellation);
        return (answer.StatusCode, await BodyOf(answer));
    }

    internal async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, string? body, Role? role)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        // A server that refuses a large body closes while it is sent; asked first, it answers before.
        request.Headers.ExpectContinue = body?.Length > 1 << 16;
        using var answer = await Client(role).SendAsync(request, Cancellation);
        return (answer.StatusCode, await BodyOf(answer));
    }

    internal static async Task<JsonElement> BodyOf(HttpResponseMessage answer)
    {
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        return bytes.Length > 0 && answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonSerializer.Deserialize<JsonElement>(bytes)
            : default;
    }
}

/// <summary>Everything a server logged.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            _text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{logLevel} {formatter(state, exception)} {exception}");
        }
    }
}
