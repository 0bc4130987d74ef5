using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Spoor.Reporting;
using Spoor.Tests.Cli;
using Spoor.Tests.Storage;
using Spoor.Web.Alerts;

namespace Spoor.Tests.Web;

public sealed class AlertLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    private string File => Path.Combine(_folder.Path, "alerts.jsonl");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notice_fits_the_published_schema_and_keeps_every_amount()
    {
        using var document = JsonDocument.Parse(AlertJson.Document(Notices.Of(3)));

        Assert.Empty(JsonSchema.Read("docs/alert.schema.json").Faults(document.RootElement));
        Assert.Equal("7900000.123456", document.RootElement.GetProperty("goneUsd").GetString());
        Assert.Equal(["eip155:1:0x0000000000000000000000000000000000000001", "tron:0x2b6653dc:T9yD14Nj9j7xAB4dbGeiX9h8unkKLxmGkn"], Texts(document, "block"));
    }

    [Fact]
    public async Task Notices_are_lines_in_the_order_in_which_they_were_told()
    {
        using (var log = AlertLog.Open(File, _clock))
        {
            await log.TellAsync(Notices.Of(1), Cancellation);
            await log.TellAsync(Notices.Of(2), Cancellation);
        }

        Assert.Equal(LinesOf(1, 2), await System.IO.File.ReadAllTextAsync(File, Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(-1)]
    public async Task A_half_written_last_line_is_cut_off_and_written_whole_by_the_replay(int kept)
    {
        byte[] third = AlertJson.Document(Notices.Of(3));
        await System.IO.File.WriteAllBytesAsync(File, [.. Encoding.UTF8.GetBytes(LinesOf(1, 2)), .. kept < 0 ? third : third[..kept]], Cancellation);

        using (var log = AlertLog.Open(File, _clock))
        {
            foreach (int number in (int[])[1, 2, 3])
            {
                await log.TellAsync(Notices.Of(number), Cancellation);
            }
        }

        Assert.Equal(LinesOf(1, 2, 3), await System.IO.File.ReadAllTextAsync(File, Cancellation));
    }

    [Fact]
    public async Task A_file_of_many_notices_is_read_back_whole()
    {
        int[] numbers = [.. Enumerable.Range(1, 5_000)];
        await System.IO.File.WriteAllTextAsync(File, LinesOf(numbers), Cancellation);

        using var log = AlertLog.Open(File, _clock);
        var last = await log.EntryAsync(numbers.Length - 1, Cancellation);

        Assert.Equal(numbers.Length, log.Count);
        Assert.Equal(AlertJson.Document(Notices.Of(5_000)), log.Read(last));
        Assert.Equal(numbers.Length - 1, log.IndexAt(last.Line.Offset));
        Assert.Null(log.IndexAt(last.Line.Offset + 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_very_many_notices_the_last_are_remembered_and_the_others_are_found_in_the_file(bool isReopened)
    {
        var log = AlertLog.Open(File, _clock, kept: 100);
        foreach (int number in Enumerable.Range(1, 2_500))
        {
            Assert.True(log.Tell(Notices.Of(number)));
        }

        if (isReopened)
        {
            log.Dispose();
            log = AlertLog.Open(File, _clock, kept: 100);
        }

        using (log)
        {
            Assert.False(log.Tell(Notices.Of(2_450)));
            Assert.Equal(2_500, log.Count);
            foreach (int index in (int[])[0, 1, 1_023, 1_024, 2_000, 2_499])
            {
                var entry = await log.EntryAsync(index, Cancellation);
                Assert.Equal(AlertJson.Document(Notices.Of(index + 1)), log.Read(entry));
                Assert.Equal((AlertEntry.KeyOf("a1", index + 1), index), (entry.Key, log.IndexAt(entry.Line.Offset)));
                Assert.Null(log.IndexAt(entry.Line.Offset + 1));
            }

            Assert.Equal(2_500, log.IndexAt(log.Length));
        }
    }

    [Fact]
    public void A_file_of_something_else_is_refused_with_its_line_and_left_as_it_is()
    {
        System.IO.File.WriteAllText(File, LinesOf(1) + "hello\n");

        var failure = Assert.Throws<FormatException>(() => AlertLog.Open(File, _clock));

        Assert.Contains("alerts.jsonl, line 2: expected a notice", failure.Message, StringComparison.Ordinal);
        Assert.Equal(LinesOf(1) + "hello\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Two_watches_cannot_write_to_one_file()
    {
        using var log = AlertLog.Open(File, _clock);

        Assert.Throws<IOException>(() => AlertLog.Open(File, _clock));
    }

    private static string LinesOf(params int[] numbers) =>
        string.Concat(numbers.Select(number => Encoding.UTF8.GetString(AlertJson.Document(Notices.Of(number))) + "\n"));

    private static string[] Texts(JsonDocument document, string name) =>
        [.. document.RootElement.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];
}
