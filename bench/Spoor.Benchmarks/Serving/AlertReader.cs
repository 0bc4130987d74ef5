namespace Spoor.Benchmarks.Serving;

/// <summary>Somebody to whom alerts are told as they come.</summary>
internal sealed class AlertReader
{
    private long _told;

    public long Told => Interlocked.Read(ref _told);

    /// <summary>Why it ended; empty while it goes on.</summary>
    public string Fault { get; private set; } = "";

    public async Task ReadAsync(Uri server, string key, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("X-API-Key", key);
        try
        {
            using var lines = new StreamReader(await http.GetStreamAsync(new Uri(server, "/api/v1/alerts/stream"), cancellation));
            while (await lines.ReadLineAsync(cancellation) is { } line)
            {
                _told += line.StartsWith("data:", StringComparison.Ordinal) ? 1 : 0;
            }

            Fault = "ended";
        }
        catch (OperationCanceledException)
        {
            // Whoever opened it is done with it.
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            Fault = failure.Message;
        }
    }
}
