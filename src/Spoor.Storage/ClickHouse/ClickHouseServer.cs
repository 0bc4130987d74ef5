using ClickHouse.Driver;
using ClickHouse.Driver.ADO;

namespace Spoor.Storage.ClickHouse;

/// <summary>One server: statements go out, rows come back, and what goes wrong is said in the words of <see cref="ClickHouseFailure"/>.</summary>
internal sealed class ClickHouseServer : IDisposable
{
    // A statement that takes longer is lost: its server hangs or is asked for more than one machine can do.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Shorter than a server keeps an unused connection, so that none is used that is being closed.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    private readonly ClickHouseClient _client;
    private readonly HttpClient _http;
    private readonly string _shown;

    public ClickHouseServer(ClickHouseAddress address, ClickHouseHost host, string database)
    {
        Host = host;
        _shown = address.Shown;
        var sockets = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionIdleTimeout = Idle };
        _http = new(new SetAttaching(sockets)) { Timeout = Patience + TimeSpan.FromSeconds(10) };
        _client = new(new ClickHouseClientSettings
        {
            Host = host.Name,
            Port = (ushort)host.Port,
            Protocol = address.IsSecure ? "https" : "http",
            Username = address.User,
            Password = address.Password,
            Database = database,
            HttpClient = _http,
            UseCompression = false,
        });
    }

    public ClickHouseHost Host { get; }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    /// <summary>A statement without an answer.</summary>
    public Task ExecuteAsync(Question question, CancellationToken cancellation) => ReadAsync(question, _ => 0, cancellation);

    /// <summary>All rows of an answer.</summary>
    public async Task<List<T>> ReadAsync<T>(Question question, Func<RowReader, T> read, CancellationToken cancellation)
    {
        List<T> rows = [];
        await EachAsync(question, reader => rows.Add(read(reader)), cancellation);
        return rows;
    }

    /// <summary>The rows of an answer as they come.</summary>
    public Task EachAsync(Question question, Action<RowReader> each, CancellationToken cancellation)
    {
        bool hasSets = question.Sets.Count > 0;
        string boundary = hasSets ? SetAttaching.NewBoundary() : "";
        foreach (var set in question.Sets)
        {
            question.Setting($"{set.Name}_structure", set.Structure).Setting($"{set.Name}_format", "RowBinary");
        }

        return SendAsync(
            question,
            hasSets ? boundary : null,
            async (stream, token) => await (hasSets ? SetAttaching.WriteAsync(stream, boundary, question.Sets, token) : Task.CompletedTask),
            async (response, token) =>
            {
                using var stream = await response.Content.ReadAsStreamAsync(token);
                var reader = new RowReader(stream);
                while (await reader.NextAsync(token))
                {
                    each(reader);
                }
            },
            cancellation);
    }

    /// <summary>Rows for a table; the statement ends in <c>FORMAT RowBinary</c>.</summary>
    public Task InsertAsync(Question question, Func<Stream, CancellationToken, Task> rows, CancellationToken cancellation) =>
        SendAsync(question, null, rows, (_, _) => Task.CompletedTask, cancellation);

    private async Task SendAsync(
        Question question,
        string? boundary,
        Func<Stream, CancellationToken, Task> body,
        Func<HttpResponseMessage, CancellationToken, Task> answer,
        CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var options = new QueryOptions
        {
            CustomSettings = new Dictionary<string, object>(question.Settings) { ["default_format"] = "RowBinary" },
            CustomHeaders = boundary is null ? null : new Dictionary<string, string> { [SetAttaching.Header] = boundary },
            MaxExecutionTime = Patience,
        };
        try
        {
            using var response = await _client.PostStreamAsync(question.Sql, body, false, patience.Token, options);
            await answer(response, patience.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (ClickHouseFailure.IsKnown(failure))
        {
            throw ClickHouseFailure.Of(_shown, Host, failure);
        }
    }
}
