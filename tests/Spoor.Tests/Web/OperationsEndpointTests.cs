using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Spoor.Detection;
using Spoor.Tests.Storage;
using Spoor.Transfers;
using Spoor.Web.Operations;

namespace Spoor.Tests.Web;

public sealed class OperationsEndpointTests : IDisposable
{
    private const string Token = "a token of a test, long enough";

    private static readonly DateTimeOffset Start = new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero);

    private static readonly WatchList Watched = new([new() { Name = "Exchange", Wallets = [] }, new() { Name = "X", Wallets = [] }]);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly List<Withdrawal> _taken = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_withdrawal_is_taken_once_and_again_after_a_restart_not()
    {
        string body = """{"withdrawals":[{"id":"w1","owner":"Exchange","ordered":"2023-09-12T13:00:00Z","asset":"eip155:1/slip44:60","amount":"5","to":"0x0000000000000000000000000000000000000001"}]}""";

        Assert.Equal((HttpStatusCode.OK, "1 0"), await PushAsync(body, Token, "taken", "known"));
        Assert.Equal((HttpStatusCode.OK, "0 1"), await PushAsync(body, Token, "taken", "known"));

        var taken = Assert.Single(_taken);
        Assert.Equal(("w1", new Amount(5), new DateTimeOffset(2023, 9, 12, 13, 0, 0, TimeSpan.Zero)), (taken.Id, taken.Amount, taken.Ordered));
    }

    [Theory]
    [InlineData("{", 400, "breaks at line 1")]
    [InlineData("[]", 400, "withdrawals")]
    [InlineData("""{"withdrawals":[[[[[]]]]]}""", 400, "levels")]
    [InlineData("""{"withdrawals":[{"id":"w1"}]}""", 400, "Withdrawal 1, asset: expected a text")]
    [InlineData("""{"withdrawals":[{"id":"w1","owner":"X","ordered":"2023-09-12T13:00:00Z","asset":"eip155:1/slip44:60","amount":"-5","to":"0x0000000000000000000000000000000000000001"}]}""", 400, "Withdrawal 1, amount")]
    [InlineData("""{"withdrawals":[{"id":"w1","owner":"X","ordered":"2023-09-12T13:00:00Z","asset":"eip155:1/slip44:60","amount":"5","to":"bc1q"}]}""", 400, "Withdrawal 1, to")]
    [InlineData("""{"withdrawals":[{"id":"w1","owner":"Exchang","ordered":"2023-09-12T13:00:00Z","asset":"eip155:1/slip44:60","amount":"5","to":"0x0000000000000000000000000000000000000001"}]}""", 400, "Withdrawal 1, owner: expected an owner who is watched (Exchange, X), found 'Exchang'")]
    [InlineData("""{"withdrawals":[{"id":"w1","owner":"X","ordered":"09/12/2023","asset":"eip155:1/slip44:60","amount":"5","to":"0x0000000000000000000000000000000000000001"}]}""", 400, "Withdrawal 1, ordered: expected a time in UTC")]
    [InlineData("""{"withdrawals":[{"id":"w1","owner":"X","ordered":"13:21","asset":"eip155:1/slip44:60","amount":"5","to":"0x0000000000000000000000000000000000000001"}]}""", 400, "Withdrawal 1, ordered")]
    [InlineData("""{"withdrawals":[{"id":"w1","owner":"X","ordered":"2023-09-12T13:00:00Z","asset":"eip155:1/slip44:60","amount":"5","to":"0x0000000000000000000000000000000000000001","tx":5}]}""", 400, "Withdrawal 1, tx: expected a text")]
    [InlineData("""{"withdrawals":[{"id":"w1","owner":"X","ordered":"2023-09-12T13:00:00Z","asset":"eip155:1/slip44:60","amount":"5","to":"0x0000000000000000000000000000000000000001","tx":"0x12"}]}""", 400, "Withdrawal 1, tx")]
    [InlineData("""{"withdrawals":[{"id":"w1","owner":"X","ordered":"2023-09-12T13:00:00Z","asset":"\ud800","amount":"5","to":"0x0000000000000000000000000000000000000001"}]}""", 400, "Withdrawal 1, asset: expected Unicode")]
    public async Task A_push_that_is_not_as_described_is_refused_with_its_place(string body, int status, string expected)
    {
        var (code, said) = await PushAsync(body, Token, "detail");

        Assert.Equal(status, (int)code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Empty(_taken);
        Assert.Equal(0, new FileInfo(Path.Combine(_folder.Path, "withdrawals.jsonl")).Length);
    }

    [Fact]
    public async Task The_same_id_with_other_contents_is_a_conflict_and_all_of_the_push_is_refused()
    {
        string one = """{"id":"w1","owner":"X","ordered":"2023-09-12T13:00:00Z","asset":"eip155:1/slip44:60","amount":"5","to":"0x0000000000000000000000000000000000000001"}""";
        string other = one.Replace("\"5\"", "\"6\"", StringComparison.Ordinal);
        string fresh = one.Replace("w1", "w2", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await PushAsync($"{{\"withdrawals\":[{fresh},{one},{other}]}}", Token, "detail")).Status);
        Assert.Empty(_taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("another token, long enough")]
    public async Task A_push_without_the_token_is_refused(string token) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await PushAsync("{\"withdrawals\":[]}", token, "detail")).Status);

    [Fact]
    public async Task A_push_that_is_too_long_is_refused()
    {
        string body = $"{{\"withdrawals\":[],\"pad\":\"{new string('x', WithdrawalPush.MaxBytes)}\"}}";

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PushAsync(body, Token, "detail")).Status);
    }

    [Theory]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("http://example.com:1")]
    [InlineData("9464")]
    public async Task A_place_to_listen_that_is_none_is_refused(string url) =>
        await Assert.ThrowsAsync<FormatException>(() => OperationsEndpoint.StartAsync(url, new([], _clock), null, Cancellation));

    private async Task<(HttpStatusCode Status, string Said)> PushAsync(string body, string token, params string[] members)
    {
        using var inbox = WithdrawalInbox.Open(Path.Combine(_folder.Path, "withdrawals.jsonl"), _clock);
        using var push = new WithdrawalPush(Token, inbox, Watched, withdrawal =>
        {
            _taken.Add(withdrawal);
            return Task.CompletedTask;
        });
        await using var endpoint = await OperationsEndpoint.StartAsync("http://127.0.0.1:0", new([], _clock), push, Cancellation);
        using var http = new HttpClient { BaseAddress = new(endpoint.Url) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);

        // Who sends much asks first, or the answer may be lost with a body that nobody reads.
        http.DefaultRequestHeaders.ExpectContinue = body.Length > 1 << 16;
        using var response = await http.PostAsync("/withdrawals", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return (response.StatusCode, string.Join(' ', members.Select(member => answer.RootElement.GetProperty(member).ToString())));
    }
}
