using System.Net;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;

namespace Spoor.Tests.Cli.Serving;

public sealed class ServeCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_prints_its_url_answers_and_ends_when_it_is_told_also_while_somebody_listens()
    {
        using var run = await SmallCase.ImportedAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var result = new LineStream();
        await using var talk = new StringWriter();
        var serving = SpoorCommandLine.RunAsync(["serve", "--urls", "http://127.0.0.1:0"], Terminal.OfWriters(result, talk, run.Folder), stop.Token);
        string url = await result.FirstLineAsync(serving).WaitAsync(Patience, Cancellation);

        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { Timeout = Patience };
        using var start = await client.GetAsync(new Uri(url), Cancellation);
        using var listening = await client.GetAsync(new Uri(new Uri(url), "/api/v1/alerts/stream"), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await stop.CancelAsync();
        int code = await serving.WaitAsync(Patience, Cancellation);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (start.StatusCode, listening.StatusCode));
        Assert.Equal(0, code);
        Assert.Contains("Stopped.", talk.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token=", talk.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_made_listed_and_revoked()
    {
        using var run = new CommandRun();
        var (none, _, _) = await run.RunAsync("serve", "key", "list");
        var (made, key, talk) = await run.RunAsync("serve", "key", "add", "screening", "--role", "viewer");
        var (_, list, _) = await run.RunAsync("serve", "key", "list");
        string id = key.Split('_')[1];
        var (revoked, _, _) = await run.RunAsync("serve", "key", "revoke", id);
        var (_, after, _) = await run.RunAsync("serve", "key", "list");
        var (unknown, _, fault) = await run.RunAsync("serve", "key", "revoke", "nobody");

        Assert.Equal((1, 0, 0, 2), (none, made, revoked, unknown));
        Assert.Matches(@"^spoor_[0-9a-f]{12}_[0-9a-f]{64}\n$", key);
        Assert.Contains(id, list, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Trim().Split('_')[2], list + talk, StringComparison.Ordinal);
        Assert.True(after.Length > list.TrimEnd().Length, after);
        Assert.Contains("found 'nobody'", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_takes_its_password_from_a_file_and_never_from_the_command_line()
    {
        using var run = new CommandRun();
        run.Write("bob.txt", "a long password\nanother line\n");
        run.Write("short.txt", "short\n");

        Assert.Equal(0, (await run.RunAsync("serve", "account", "add", "bob", "--role", "viewer", "--password-file", "bob.txt")).Code);
        Assert.Equal(2, (await run.RunAsync("serve", "account", "add", "eve", "--role", "viewer", "--password-file", "short.txt")).Code);
        Assert.Equal(2, (await run.RunAsync("serve", "account", "add", "eve", "--role", "viewer")).Code);
        Assert.Contains("bob", (await run.RunAsync("serve", "account", "list")).Result, StringComparison.Ordinal);
        Assert.Equal(0, (await run.RunAsync("serve", "account", "remove", "bob")).Code);
        Assert.Equal(1, (await run.RunAsync("serve", "account", "list")).Code);
    }

    [Theory]
    [InlineData("others could read", "--urls", "http://10.0.0.5:0")]
    [InlineData("--cert", "--urls", "https://127.0.0.1:0")]
    [InlineData("one of them", "--cert", "only.pem")]
    [InlineData(":memory:", "--data", ":memory:")]
    [InlineData("expected http or https", "--urls", "localhost:80")]
    [InlineData("--behind-proxy: expected", "--behind-proxy", "proxy.example.com")]
    [InlineData("everybody could say", "--behind-proxy", "0.0.0.0/0")]
    [InlineData("no-such.csv", "--prices", "no-such.csv")]
    [InlineData("--otlp: expected", "--otlp", "127.0.0.1:4318")]
    [InlineData("--otlp: expected", "--otlp", "file:///etc/passwd")]
    [InlineData("--otlp: expected", "--otlp", "http://name:word@127.0.0.1:4318")]
    public async Task What_would_not_be_safe_does_not_start(string expected, params string[] options)
    {
        using var run = new CommandRun();
        var (code, _, talk) = await run.RunAsync(["serve", .. options]);

        Assert.Equal(2, code);
        Assert.Contains(expected, talk, StringComparison.Ordinal);
    }
}
