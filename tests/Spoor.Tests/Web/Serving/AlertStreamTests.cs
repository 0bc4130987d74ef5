using System.Globalization;
using System.Net;
using Spoor.Web.Accounts;

namespace Spoor.Tests.Web.Serving;

public sealed class AlertStreamTests
{
    private const string First = """{"spoor":"alert/1","alert":"a","number":1,"owner":"Exchange"}""";
    private const string Second = """{"spoor":"alert/1","alert":"a","number":2,"owner":"Exchange"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_told_while_somebody_listens_reaches_them_and_what_they_missed_when_they_come_again()
    {
        await using var served = await ServedCase.StartAsync();
        await File.WriteAllTextAsync(served.AlertFile, First + "\n", Cancellation);
        using var listening = await OpenAsync(served, null);
        using var lines = new StreamReader(await listening.Content.ReadAsStreamAsync(Cancellation));
        await File.AppendAllTextAsync(served.AlertFile, Second + "\n", Cancellation);
        var told = await NextAsync(lines);

        using var again = await OpenAsync(served, (First.Length + 1).ToString(CultureInfo.InvariantCulture));
        using var missed = new StreamReader(await again.Content.ReadAsStreamAsync(Cancellation));

        Assert.Equal("text/event-stream", listening.Content.Headers.ContentType?.MediaType);
        Assert.Equal(((First.Length + Second.Length + 2).ToString(CultureInfo.InvariantCulture), Second), told);
        Assert.Equal(told, await NextAsync(missed));
    }

    [Fact]
    public async Task The_list_goes_on_where_it_ended()
    {
        await using var served = await ServedCase.StartAsync();
        await File.WriteAllTextAsync(served.AlertFile, First + "\n{\"half", Cancellation);
        var (_, page) = await served.GetAsync("/api/v1/alerts");
        await File.WriteAllTextAsync(served.AlertFile, First + "\n" + Second + "\n", Cancellation);
        var (_, next) = await served.GetAsync($"/api/v1/alerts?cursor={page.GetProperty("next").GetString()}");

        Assert.Equal(1, Assert.Single(page.GetProperty("alerts").EnumerateArray()).GetProperty("number").GetInt32());
        Assert.Equal(2, Assert.Single(next.GetProperty("alerts").EnumerateArray()).GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task An_id_that_was_never_told_is_refused()
    {
        await using var served = await ServedCase.StartAsync();
        await File.WriteAllTextAsync(served.AlertFile, First + "\n", Cancellation);
        using var answer = await OpenAsync(served, "7");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> OpenAsync(ServedCase served, string? lastId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/alerts/stream");
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        return served.Client(Role.Viewer).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    private static async Task<(string Id, string Data)> NextAsync(StreamReader lines)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        string id = "";
        while (await lines.ReadLineAsync(limit.Token) is { } line)
        {
            id = line.StartsWith("id: ", StringComparison.Ordinal) ? line[4..] : id;
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return (id, line[6..]);
            }
        }

        throw new IOException("The stream ended.");
    }
}
