using CsCheck;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Laws;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Transfers;
using Spoor.Transfers.Recording;

namespace Spoor.Tests.Transfers.Recording;

public sealed class RecordedStoreTests
{
    private static readonly Address Nobody = Story.At("nobody");

    [Fact]
    public Task What_was_recorded_gives_the_same_trace_and_bounds() =>
        Gen.Select(Histories.WithThefts, Histories.Rule).SampleAsync(async (told, rule) =>
        {
            var request = new TraceRequest { Rule = rule, Claims = Histories.Claims(told.Thefts), Stops = new() { MinCounterparties = 4, MaxHops = 4 } };
            return await RepeatsAsync(Histories.Tell(told.Payments), request);
        }, iter: 60);

    [Fact]
    public Task What_was_recorded_gives_the_same_trace_of_outputs() =>
        UtxoHistories.WithClaims.SampleAsync(
            async told => await RepeatsAsync(told.Story, new() { Rule = TaintRule.Fifo, Claims = told.Claims, Stops = new() { MinCounterparties = 3 } }), iter: 60);

    [Fact]
    public Task Every_question_is_answered_as_the_store_did() =>
        Gen.Select(Histories.Payments, Gen.Int[0, 20]).SampleAsync(async (payments, block) =>
        {
            var story = Histories.Tell(payments);
            var recording = new RecordingTransferStore(story.Store);
            string real = await AnswersAsync(recording, story, block);

            return real == await AnswersAsync(story.Store, story, block) && real == await AnswersAsync(new RecordedStore(Written(recording.Record())), story, block);
        }, iter: 60);

    [Fact]
    public async Task A_question_that_was_not_asked_is_refused()
    {
        var store = new RecordedStore(StoreRecord.Empty);
        var token = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<UnrecordedException>(() => store.HeadsAsync(token));
        await Assert.ThrowsAsync<UnrecordedException>(() => store.TransfersOfAsync(Story.Chain, [Nobody], token));
        await Assert.ThrowsAsync<UnrecordedException>(() => store.ActivityOfAsync(Story.Chain, [Nobody], token));
        await Assert.ThrowsAsync<UnrecordedException>(() => store.PastOfAsync(Story.Chain, [Nobody], 7, [], token));
        await Assert.ThrowsAsync<UnrecordedException>(() => store.TransactionsAsync(Story.Chain, [Story.Tx(1)], token));
        await Assert.ThrowsAsync<UnrecordedException>(() => store.SpendsOfAsync(Story.Bitcoin, [new(Story.Tx(1), 0)], token));
    }

    [Fact]
    public async Task The_millions_of_rows_of_a_hub_are_not_recorded()
    {
        var story = new Story().Pay("victim", "thief", 50).Pay("thief", "hub", 50);
        for (int i = 0; i < 40; i++)
        {
            story.Pay($"customer{i}", "hub", 1);
        }

        var recording = new RecordingTransferStore(story.Store);
        var request = new TraceRequest { Rule = TaintRule.Haircut, Claims = [Story.Theft(0)], Stops = new() { MinCounterparties = 10 } };
        var trace = await Tracer.RunAsync(recording, request, null, TestContext.Current.CancellationToken);
        var replay = new RecordedStore(recording.Record());
        Tracer.Run(replay, request, TestContext.Current.CancellationToken);
        var record = await replay.AskedAsync(TestContext.Current.CancellationToken);

        Assert.Contains(trace.Holdings, holding => holding.Stop?.Reason == StopReason.Degree);
        Assert.Equal(2, record.Transfers.Count);
        Assert.Equal(Story.Dump(trace), Story.Dump(Tracer.Run(new RecordedStore(Written(record)), request, TestContext.Current.CancellationToken)));
    }

    private static async Task<bool> RepeatsAsync(Story story, TraceRequest request)
    {
        using var onDisk = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
        foreach (var block in story.Transfers.GroupBy(transfer => (transfer.Chain, transfer.Position.Block)).OrderBy(group => group.Key.Block))
        {
            await onDisk.AppendAsync(new() { Chain = block.Key.Chain, Height = block.Key.Block, Time = Story.Begin, Transfers = [.. block] }, default);
        }

        string real = await FoundAsync(story.Store, request);
        var records = new List<string>();
        foreach (var store in new ITransferStore[] { story.Store, onDisk })
        {
            var recording = new RecordingTransferStore(store);
            string first = await FoundAsync(recording, request);
            var replay = new RecordedStore(Written(recording.Record()));
            string second = await FoundAsync(replay, request);
            var asked = await replay.AskedAsync(default);
            string third = await FoundAsync(new RecordedStore(asked), request);
            if (first != real || second != real || third != real)
            {
                return false;
            }

            records.Add(TextOf(asked));
        }

        // Whichever store was asked, what the findings rest on is the same.
        return records[0] == records[1];
    }

    private static async Task<string> FoundAsync(ITransferStore store, TraceRequest request)
    {
        var trace = await Tracer.RunAsync(store, request, null, default);
        var bounds = await TaintBounds.OfAsync(store, trace, default);
        return Story.Dump(trace) + string.Join('\n', bounds.Destinations.Select(one => one.ToString()));
    }

    private static async Task<string> AnswersAsync(ITransferStore store, Story story, long block)
    {
        Address[] all = [.. Histories.People.Select(Story.At), Nobody];
        TxHash[] transactions = [Story.Tx(0), Story.Tx(2), Story.Tx(999)];
        var activities = await store.ActivityOfAsync(Story.Chain, all, default);
        var pasts = await store.PastOfAsync(Story.Chain, all, block, [Story.Coin, Story.Dollar], default);
        return string.Join('\n', [
            .. (await store.HeadsAsync(default)).Select(head => head.ToString()),
            .. (await store.TransfersOfAsync(Story.Chain, all[..3], default)).Select(transfer => transfer.ToString()),
            .. (await store.TransactionsAsync(Story.Chain, transactions, default)).Select(transfer => transfer.ToString()),
            .. (await store.SpendsOfAsync(Story.Chain, [new(Story.Tx(0), 0)], default)).Select(transfer => transfer.ToString()),
            .. all.Select(address => activities.TryGetValue(address, out var activity) ? activity.ToString() : "never seen"),
            .. all.Select(address => pasts.TryGetValue(address, out var past) ? past.ToString() : "no past"),
        ]);
    }

    private static StoreRecord Written(StoreRecord record)
    {
        using var transfers = new StringWriter();
        using var answers = new StringWriter();
        TransferTable.Write(transfers, record.Transfers);
        AnswerTable.Write(answers, record);
        return AnswerTable.Read("answers.csv", new StringReader(answers.ToString()), TransferTable.Read("transfers.csv", new StringReader(transfers.ToString())));
    }

    private static string TextOf(StoreRecord record)
    {
        using var text = new StringWriter();
        TransferTable.Write(text, record.Transfers);
        AnswerTable.Write(text, record);
        return text.ToString();
    }
}
