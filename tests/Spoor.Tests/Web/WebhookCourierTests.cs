using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Spoor.Reporting;
using Spoor.Tests.Storage;
using Spoor.Web.Alerts;
using Spoor.Web.Webhooks;

namespace Spoor.Tests.Web;

public sealed class WebhookCourierTests : IAsyncDisposable
{
    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset Start = new(2023, 9, 12, 13, 21, 0, TimeSpan.Zero);
    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]), "test");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly List<WebhookReport> _reports = [];
    private readonly CancellationTokenSource _stop = new(TestLimit);
    private Action _onReport = () => { };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_receiver_that_was_down_for_an_hour_gets_every_alert_in_order_signed_anew()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        int asked = 0;
        receiver.Answer = (_, _) => _clock.GetUtcNow() >= Start + TimeSpan.FromHours(1) ? 204 : asked++ % 2 == 0 ? 0 : 503;
        using var log = AlertLog.Open(Path.Combine(_folder.Path, "alerts.jsonl"), _clock);
        using var courier = CourierTo(receiver, log);

        await DeliverAsync(log, courier, 1, 20);

        var taken = receiver.Received.Where(request => request.Signature.Timestamp == Seconds(_clock.GetUtcNow())).ToList();
        Assert.Equal(Enumerable.Range(1, 20).Select(number => AlertJson.Document(Notices.Of(number))), taken.Select(request => request.Body));
        Assert.Equal(20, taken.Select(request => request.Signature.Id).Distinct().Count());
        Assert.All(taken, request => Assert.Equal(WebhookVerdict.Genuine, request.Signature.Check(Secret, request.Body, _clock.GetUtcNow())));
        Assert.InRange(_clock.GetUtcNow(), Start + TimeSpan.FromHours(1), Start + TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task A_killed_process_goes_on_with_the_notice_that_was_not_confirmed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        string file = Path.Combine(_folder.Path, "alerts.jsonl");
        using (var log = AlertLog.Open(file, _clock))
        {
            using var courier = CourierTo(receiver, log);
            await DeliverAsync(log, courier, 1, 2);
            await log.TellAsync(Notices.Of(3), _stop.Token);
        }

        using var reopened = AlertLog.Open(file, _clock);
        using var next = CourierTo(receiver, reopened);
        await DeliverAsync(reopened, next, 3, 4);

        Assert.Equal([1, 2, 3, 4], receiver.Received.Select(request => NumberOf(request.Body)));
    }

    [Fact]
    public async Task What_was_told_before_a_target_was_named_is_not_sent_to_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var log = AlertLog.Open(Path.Combine(_folder.Path, "alerts.jsonl"), _clock);
        await log.TellAsync(Notices.Of(1), _stop.Token);
        using var courier = CourierTo(receiver, log);

        await DeliverAsync(log, courier, 2, 2);

        Assert.Equal([2], receiver.Received.Select(request => NumberOf(request.Body)));
    }

    [Fact]
    public async Task A_notice_that_is_refused_for_long_is_put_aside_and_said_so_and_the_next_one_goes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, body) => NumberOf(body) == 1 ? 400 : 200;
        using var log = AlertLog.Open(Path.Combine(_folder.Path, "alerts.jsonl"), _clock);
        using var courier = CourierTo(receiver, log);

        await DeliverAsync(log, courier, 1, 2);

        var given = Assert.Single(_reports.OfType<WebhookReport.GivenUp>());
        using var letter = JsonDocument.Parse(await File.ReadAllTextAsync(given.File, _stop.Token));
        Assert.Equal("HTTP 400", letter.RootElement.GetProperty("why").GetString());
        Assert.Equal(1, letter.RootElement.GetProperty("notice").GetProperty("number").GetInt32());
        Assert.Equal(2, NumberOf(receiver.Received.Last().Body));
        Assert.InRange(_clock.GetUtcNow(), Start + WebhookPatience.Usual.Refused, Start + WebhookPatience.Usual.Refused + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_dead_letter_behind_one_that_a_kill_cut_is_whole()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, _) => 400;
        using var log = AlertLog.Open(Path.Combine(_folder.Path, "alerts.jsonl"), _clock);
        using var courier = CourierTo(receiver, log);
        string letters = Path.Combine(_folder.Path, "webhooks", $"{courier.Target.FileName}.dead.jsonl");
        await File.WriteAllTextAsync(letters, "{\"spoor\":\"dead-le", _stop.Token);

        await DeliverAsync(log, courier, 1, 1);

        using var letter = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(letters, _stop.Token)));
        Assert.Equal(1, letter.RootElement.GetProperty("notice").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task A_disk_that_fails_for_a_while_ends_no_courier_and_sends_nothing_twice()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var log = AlertLog.Open(Path.Combine(_folder.Path, "alerts.jsonl"), _clock);
        using var courier = CourierTo(receiver, log);
        string folder = Path.Combine(_folder.Path, "webhooks");
        Directory.Delete(folder, recursive: true);
        _onReport = () => Directory.CreateDirectory(folder);

        await DeliverAsync(log, courier, 1, 3);

        Assert.Equal([1, 2, 3], receiver.Received.Select(request => NumberOf(request.Body)));
        Assert.NotEmpty(_reports.OfType<WebhookReport.Failed>());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (before, _) => before == 0 ? 307 : 200;
        using var log = AlertLog.Open(Path.Combine(_folder.Path, "alerts.jsonl"), _clock);
        using var courier = CourierTo(receiver, log);

        await DeliverAsync(log, courier, 1, 1);

        Assert.Contains("redirects are not followed", Assert.Single(_reports.OfType<WebhookReport.Failed>()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Waits_double_up_to_a_cap_and_a_receivers_wish_is_heeded_up_to_it()
    {
        var patience = WebhookPatience.Usual;

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(attempt => patience.WaitAfter(attempt, null).TotalSeconds));
        Assert.Equal(60, patience.WaitAfter(int.MaxValue, null).TotalSeconds);
        Assert.Equal(30, patience.WaitAfter(1, TimeSpan.FromSeconds(30)).TotalSeconds);
        Assert.Equal(60, patience.WaitAfter(1, TimeSpan.FromDays(1)).TotalSeconds);
    }

    private WebhookCourier CourierTo(WebhookReceiver receiver, AlertLog log)
    {
        var target = WebhookTarget.Of(receiver.Url, Secret, isInternal: true);
        return new(target, log, new(Path.Combine(_folder.Path, "webhooks"), target, log), _clock, Report);
    }

    // Time passes only while the courier waits, and exactly as long as it wants to.
    private void Report(WebhookReport report)
    {
        _reports.Add(report);
        if (report is WebhookReport.Failed)
        {
            _onReport();
        }

        if (report is WebhookReport.Failed failed)
        {
            _clock.SetUtcNow(failed.Again);
        }
    }

    private async Task DeliverAsync(AlertLog log, WebhookCourier courier, int first, int last)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var running = courier.RunAsync(end.Token);
        for (int number = first; number <= last; number++)
        {
            await log.TellAsync(Notices.Of(number), _stop.Token);
        }

        while (courier.Pending > 0 && !running.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, _stop.Token);
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static int NumberOf(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("number").GetInt32();
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
