using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Spoor.Detection;
using Spoor.Tests.Storage;
using Spoor.Web.Operations;

namespace Spoor.Tests.Web;

/// <summary>What was pushed reaches the detector, whatever becomes of the sender, the process or the disk.</summary>
public sealed class WithdrawalPushTests : IDisposable
{
    private const string Token = "a token of a test, long enough";

    private static readonly WatchList Watched = new([new() { Name = "Exchange", Wallets = [] }]);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero));
    private readonly List<string> _taken = [];

    private string File => Path.Combine(_folder.Path, "withdrawals.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task A_sender_that_hangs_up_while_the_detector_is_busy_has_told_it_all_the_same()
    {
        var busy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var inbox = WithdrawalInbox.Open(File, _clock);
        using var push = new WithdrawalPush(Token, inbox, Watched, async withdrawal =>
        {
            await busy.Task;
            _taken.Add(withdrawal.Id);
        });
        using var gone = new CancellationTokenSource();

        var request = push.TakeAsync(Request(gone.Token, "w1", "w2"));
        await gone.CancelAsync();
        busy.SetResult();
        await request.ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        await push.TakeAsync(Request(TestContext.Current.CancellationToken, "w1", "w2"));

        Assert.Equal(["w1", "w2"], _taken);
    }

    [Fact(Timeout = 30_000)]
    public async Task What_the_detector_could_not_take_goes_first_the_next_time()
    {
        bool isFull = true;
        using var inbox = WithdrawalInbox.Open(File, _clock);
        using var push = new WithdrawalPush(Token, inbox, Watched, withdrawal =>
        {
            _taken.AddRange(isFull ? [] : [withdrawal.Id]);
            return isFull ? throw new IOException("the disk is full") : Task.CompletedTask;
        });
        var first = Request(TestContext.Current.CancellationToken, "w1", "w2");

        await push.TakeAsync(first);
        isFull = false;
        await push.TakeAsync(Request(TestContext.Current.CancellationToken, "w2", "w3"));

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, first.Response.StatusCode);
        Assert.Equal(["w1", "w2", "w3"], _taken);
    }

    [Fact]
    public async Task A_request_that_a_kill_cut_is_not_there_at_all()
    {
        using (var inbox = WithdrawalInbox.Open(File, _clock))
        {
            inbox.Take([Withdrawal("w1"), Withdrawal("w2")]);
            inbox.Take([Withdrawal("w3"), Withdrawal("w4")]);
        }

        byte[] whole = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllBytesAsync(File, whole[..^5], TestContext.Current.CancellationToken);

        using var again = WithdrawalInbox.Open(File, _clock);
        Assert.Equal(["w1", "w2"], again.Earlier.Select(withdrawal => withdrawal.Id));
    }

    [Fact]
    public void What_came_long_before_the_newest_is_forgotten_in_memory_and_on_the_disk()
    {
        using (var inbox = WithdrawalInbox.Open(File, _clock))
        {
            inbox.Take([Withdrawal("old")]);
            _clock.Advance(WithdrawalInbox.Remembered);
            inbox.Take([Withdrawal("w1")]);
            _clock.Advance(TimeSpan.FromDays(2));
            inbox.Take([Withdrawal("w2")]);

            Assert.Equal(["w1", "w2"], inbox.Earlier.Select(withdrawal => withdrawal.Id));
            Assert.DoesNotContain("old", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
            inbox.Take([Withdrawal("w3")]);
        }

        // However long nobody pushed: what is remembered goes by the newest, not by the clock.
        _clock.Advance(TimeSpan.FromDays(100));
        using var again = WithdrawalInbox.Open(File, _clock);
        Assert.Equal(["w1", "w2", "w3"], again.Earlier.Select(withdrawal => withdrawal.Id));
    }

    [Fact]
    public void Two_processes_do_not_write_to_one_file_and_the_second_is_told_why()
    {
        using var first = WithdrawalInbox.Open(File, _clock);

        Assert.Contains("another process holds", Assert.Throws<IOException>(() => WithdrawalInbox.Open(File, _clock)).Message, StringComparison.Ordinal);
    }

    private static Withdrawal Withdrawal(string id) => WithdrawalJson.Read(Body(id))[0];

    private static byte[] Body(params IEnumerable<string> ids) => Encoding.UTF8.GetBytes("{\"withdrawals\":[" + string.Join(',', ids.Select(id =>
        $$"""{"id":"{{id}}","owner":"Exchange","ordered":"2023-09-12T13:00:00Z","asset":"eip155:1/slip44:60","amount":"5","to":"0x0000000000000000000000000000000000000001"}""")) + "]}");

    private static DefaultHttpContext Request(CancellationToken aborted, params IEnumerable<string> ids)
    {
        var context = new DefaultHttpContext { RequestAborted = aborted };
        context.Request.Headers.Authorization = $"Bearer {Token}";
        context.Request.Body = new MemoryStream(Body(ids));
        return context;
    }
}
