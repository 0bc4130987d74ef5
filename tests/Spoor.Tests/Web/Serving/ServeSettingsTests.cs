using Spoor.Storage;
using Spoor.Storage.Acts;
using Spoor.Tests.Storage;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;

namespace Spoor.Tests.Web.Serving;

public sealed class ServeSettingsTests
{
    private static readonly AccountBook Team = AccountBook.Empty.With(ApiKey.Draw("bot", Role.Viewer, DateTimeOffset.UnixEpoch).Key);

    [Theory]
    [InlineData("https://127.0.0.1:7744", "expected --cert and --key")]
    [InlineData("http://10.0.0.5:7744", "others could read")]
    [InlineData("http://0.0.0.0:7744", "others could read")]
    [InlineData("http://[::]:7744", "others could read")]
    public void A_server_that_others_could_listen_to_does_not_start(string url, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => SettingsOf(url).Check(Team)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_server_that_others_reach_needs_somebody_who_may_and_a_name()
    {
        var reachable = SettingsOf("http://10.0.0.5:7744") with { InsecureHttp = true };
        var everywhere = SettingsOf("http://0.0.0.0:7744") with { InsecureHttp = true };

        Assert.Contains("nobody has an account", Assert.Throws<FormatException>(() => reachable.Check(AccountBook.Empty)).Message, StringComparison.Ordinal);
        reachable.Check(Team);
        Assert.Contains("--host", Assert.Throws<FormatException>(() => everywhere.Check(Team)).Message, StringComparison.Ordinal);
        (everywhere with { Hosts = ["spoor.example.com"] }).Check(Team);
        SettingsOf(ListenUrl.Default).Check(AccountBook.Empty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:7744")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://example.com:80")]
    [InlineData("http://127.0.0.1:7744/path")]
    [InlineData("http://user@127.0.0.1:7744")]
    public void What_is_no_url_to_listen_on_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ListenUrl.Parse(text));

    [Fact]
    public async Task A_port_that_is_taken_is_told_and_another_is_taken_only_when_asked()
    {
        await using var first = await ServedCase.StartAsync();
        string url = first.Server.Url.GetLeftPart(UriPartial.Authority);
        using var folder = new TemporaryFolder();
        var settings = SettingsOf(url) with { Folder = folder.Data, Desk = DeskFolder.At(Path.Combine(folder.Path, "desk")) };

        var refused = await Assert.ThrowsAsync<IOException>(() => SpoorServer.StartAsync(settings, TestContext.Current.CancellationToken));
        await using var second = await SpoorServer.StartAsync(settings with { AnyPort = true }, TestContext.Current.CancellationToken);

        Assert.Contains("--any-port", refused.Message, StringComparison.Ordinal);
        Assert.NotEqual(first.Server.Url.Port, second.Url.Port);
    }

    [Fact]
    public void A_password_is_kept_as_something_that_only_it_opens()
    {
        var hash = PasswordHash.Of("correct horse battery", iterations: 10);
        var read = PasswordHash.Parse(hash.ToString());

        Assert.True(read.Fits("correct horse battery"));
        Assert.False(read.Fits("correct horse batterz"));
        Assert.DoesNotContain("horse", hash.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("pbkdf2-sha256$600000$", PasswordHash.Of("correct horse battery").ToString(), StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => PasswordHash.Parse("pbkdf2-sha256$0$x$y"));
    }

    [Fact]
    public void A_change_that_fails_leaves_the_accounts_as_they_were()
    {
        using var folder = new TemporaryFolder();
        var file = AccountFile.In(folder.Data);
        file.Change(_ => Team);

        Assert.Throws<FormatException>(() => file.Change(book => book.Revoke("nobody", DateTimeOffset.UnixEpoch)));
        Assert.Equal(Team.Keys, AccountFile.In(folder.Data).Current().Keys);
        File.WriteAllText(Path.Combine(folder.Path, "accounts.json"), "{}");
        Assert.Contains("accounts.json", Assert.Throws<FormatException>(file.Current).Message, StringComparison.Ordinal);
    }

    private static ServeSettings SettingsOf(string url) => new()
    {
        Folder = DataFolder.At("nowhere"),
        Desk = DeskFolder.At("nowhere"),
        AlertFile = "nowhere.jsonl",
        Urls = [ListenUrl.Parse(url)],
        Clock = TimeProvider.System,
    };
}
