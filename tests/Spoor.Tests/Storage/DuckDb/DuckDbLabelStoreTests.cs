using Spoor.Labels;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Labels;
using Spoor.Transfers;
using static Spoor.Tests.Labels.SomeLabels;

namespace Spoor.Tests.Storage.DuckDb;

public sealed class DuckDbLabelStoreTests : IDisposable
{
    private static readonly Label Full = new()
    {
        Subject = new LabelSubject.OfAddress(Polygon, Pivot),
        Name = "Stake.com Hacker \"№ 1\"",
        Category = "perpetrator",
        Abuse = "service_hack",
        Concepts = ["hacking", "service_hack"],
        Actor = "lazarusgroup",
        Source = "fbi-stake",
        Confidence = new("authority_data", 60),
        Author = "FBI",
        Observed = Day("2023-09-06"),
        Learned = Day("2023-09-07"),
        Tlp = Tlp.AmberStrict,
        Currency = "USDT",
        IsClusterDefiner = true,
        Context = """{"note":"x"}""",
    };

    private static readonly Citation Fbi = new()
    {
        Key = "fbi-stake",
        Kind = SourceKind.Authority,
        Title = "FBI on Stake",
        Published = Day("2023-09-06"),
        DerivedFrom = ["a", "b"],
        Grade = "A1",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbLabelStore _store;

    public DuckDbLabelStoreTests() => _store = DuckDbLabelStore.Open(_folder.Data);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_label_comes_back_with_every_field()
    {
        await AppendAsync(Full.As("1"));

        var read = Assert.Single((await _store.HistoryAsync(Cancellation)).Labels);

        Assert.Equal(Full.Concepts, read.Label.Concepts);
        Assert.Equal(Full with { Concepts = [] }, read.Label with { Concepts = [] });
    }

    [Fact]
    public async Task Every_kind_of_subject_comes_back()
    {
        LabelSubject[] subjects =
        [
            new LabelSubject.OfAddress(null, Pivot),
            new LabelSubject.OfAddress(Ethereum, Pivot),
            new LabelSubject.OfAddress(ChainRegistry.Find("bitcoin").Id, new(AddressKind.Witness0 + 16, new byte[32])),
            new LabelSubject.OfTransaction(Polygon, new(1, 2)),
            new LabelSubject.Unread("xmr", "4äß"),
        ];

        await AppendAsync([.. subjects.Select((subject, i) => (Full with { Subject = subject }).As($"{i}"))]);

        Assert.Equal(subjects, (await _store.HistoryAsync(Cancellation)).Labels.Select(one => one.Label.Subject));
    }

    [Fact]
    public async Task The_same_label_twice_is_one_and_the_earliest_day_counts()
    {
        var first = await AppendAsync(Full.As("1"), Full.As("1"));
        var later = await AppendAsync((Full with { Learned = Day("2024-01-01") }).As("1"));
        var earlier = await AppendAsync((Full with { Learned = Day("2023-09-06") }).As("1"));
        var again = await AppendAsync((Full with { Learned = Day("2023-09-06") }).As("1"));

        Assert.Equal((1, 1, 0), (first.Added, first.Known, first.Earlier));
        Assert.Equal((0, 1, 0), (later.Added, later.Known, later.Earlier));
        Assert.Equal((0, 1, 1), (earlier.Added, earlier.Known, earlier.Earlier));
        Assert.Equal((0, 1, 0), (again.Added, again.Known, again.Earlier));
        Assert.Equal(Day("2023-09-06"), Assert.Single((await _store.HistoryAsync(Cancellation)).Labels).Label.Learned);
    }

    [Fact]
    public async Task An_address_is_found_on_every_chain_and_no_other_address_with_it()
    {
        await AppendAsync(
            Of(Pivot, Polygon, "Stake Hacker", "heist").As("1"),
            Of(Pivot, null, "CoinEx Hacker", "heist").As("2"),
            Of(Dai, Ethereum, "DAI", "token").As("3"));

        var found = await _store.FindAsync(Pivot, Cancellation);

        Assert.Equal(["1", "2"], found.Labels.Select(one => one.Id));
        Assert.Empty((await _store.FindAsync(new TxHash(1, 1), Cancellation)).Labels);
    }

    [Fact]
    public async Task A_retraction_is_a_row_made_once_and_the_label_stays()
    {
        await AppendAsync(Full.As("1"));
        Retraction retraction = new("1", Day("2023-10-01"), "me", "it's \"wrong\"");

        long[] made = [await _store.RetractAsync([retraction], Cancellation), await _store.RetractAsync([retraction, retraction], Cancellation)];

        Assert.Equal([1, 0], made);
        var history = await _store.FindAsync(Pivot, Cancellation);
        Assert.Equal([retraction], history.Retractions);
        Assert.Single(history.Labels);
        Assert.Single(history.RecordedAt(Day("2023-09-30")));
        Assert.Empty(history.RecordedAt(Day("2023-10-01")));
    }

    [Fact]
    public async Task The_last_description_of_a_source_counts_and_takes_no_origin_back()
    {
        var changed = Fbi with { Grade = "B2", DerivedFrom = ["c"] };
        long[] rows =
        [
            (await DeliverAsync(new("a", "", "") { Sources = [Fbi] })).Sources,
            (await DeliverAsync(new("a", "", "") { Sources = [Fbi] })).Sources,
            (await DeliverAsync(new("b", "", "") { Sources = [changed] })).Sources,
        ];

        var held = (await _store.HistoryAsync(Cancellation)).Lineage.Find("fbi-stake")!;

        Assert.Equal([1, 0, 1], rows);
        Assert.Equal(["a", "b", "c"], held.DerivedFrom);
        Assert.Equal(changed with { DerivedFrom = [] }, held with { DerivedFrom = [] });
    }

    [Fact]
    public async Task The_last_description_of_an_actor_counts()
    {
        Actor actor = new()
        {
            Id = "lazarusgroup",
            Name = "Lazarus Group",
            Uri = "https://example.org",
            Observed = Day("2023-09-06"),
            Categories = ["hacking"],
            Jurisdictions = ["KP"],
            Aliases = ["APT38", "TraderTraitor"],
            Context = "{}",
        };
        var changed = actor with { Aliases = ["APT38"] };
        long[] rows =
        [
            (await DeliverAsync(new("a", "", "") { Actors = [actor, actor] })).Actors,
            (await DeliverAsync(new("a", "", "") { Actors = [actor] })).Actors,
            (await DeliverAsync(new("b", "", "") { Actors = [changed] })).Actors,
        ];

        var held = Assert.Single(await _store.ActorsAsync(Cancellation));

        Assert.Equal([1, 0, 1], rows);
        Assert.Equal(["APT38"], held.Aliases);
        Assert.Equal(changed with { Aliases = [], Categories = [], Jurisdictions = [] }, held with { Aliases = [], Categories = [], Jurisdictions = [] });
    }

    [Fact]
    public async Task A_name_or_an_actor_is_found_by_a_part_of_it_page_by_page()
    {
        await AppendAsync(
            Of(Pivot, Ethereum, "Huobi 23", "exchange").As("1"),
            (Of(Pivot, Ethereum, "HUOBI 4", "exchange") with { Learned = Day("2024-01-01") }).As("2"),
            (Of(Dai, Ethereum, "hot wallet", "exchange") with { Actor = "huobi" }).As("3"),
            (Of(Dai, Ethereum, "theft", "heist") with { Actor = "lazarusgroup" }).As("4"));
        await DeliverAsync(new("a", "", "")
        {
            Actors = [new() { Id = "lazarusgroup", Name = "Lazarus", Uri = "", Observed = Day("2023-09-06"), Aliases = ["TraderTraitor"] }],
        });

        var first = await _store.SearchAsync("huobi", null, new(2, 0), Cancellation);
        var second = await _store.SearchAsync("huobi", null, new(2, 2), Cancellation);

        Assert.Equal((3, 3), (first.Total, second.Total));
        Assert.Equal(["3", "1", "2"], first.Found.Labels.Concat(second.Found.Labels).Select(one => one.Id));
        Assert.Equal(2, (await _store.SearchAsync("huobi", Day("2023-12-31"), new(9, 0), Cancellation)).Total);
        Assert.Equal("4", Assert.Single((await _store.SearchAsync("tradertraitor", null, new(9, 0), Cancellation)).Found.Labels).Id);
        Assert.Equal(0, (await _store.SearchAsync("%", null, new(9, 0), Cancellation)).Total);
    }

    [Fact]
    public async Task A_run_that_fails_at_its_second_file_leaves_nothing_of_the_first()
    {
        LabelDelivery good = new("good", "1", "csv") { Labels = [Full.As("1")], Sources = [Fbi] };
        LabelDelivery bad = new("bad", "2", "csv") { Labels = [(Full with { Confidence = new("x", 256) }).As("2")] };

        await Assert.ThrowsAsync<OverflowException>(() => _store.AppendAsync([good, bad], null, Cancellation));

        Assert.Equal(new(0, 0, 0, 0, 0), await _store.CountsAsync(Cancellation));
        Assert.Equal(1, (await DeliverAsync(good)).Added);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_between_two_files_leaves_nothing()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        LabelDelivery one = new("one", "1", "csv") { Labels = [Full.As("1")], Sources = [Fbi] };
        LabelDelivery two = new("two", "2", "csv") { Labels = [(Full with { Name = "other" }).As("2")] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.AppendAsync([one, two], new Stopping(stop), stop.Token));

        var history = await _store.HistoryAsync(Cancellation);
        Assert.Empty(history.Labels);
        Assert.Null(history.Lineage.Find("fbi-stake"));
    }

    [Fact]
    public async Task Labels_are_there_after_closing_and_opening()
    {
        await AppendAsync(Full.As("1"));
        await _store.RetractAsync([new("1", Day("2023-10-01"), "", "")], Cancellation);
        _store.Dispose();

        using var reopened = DuckDbLabelStore.Open(_folder.Data);

        Assert.Single((await reopened.FindAsync(Pivot, Cancellation)).Labels);
        Assert.Equal(new(1, 1, 1, 0, 1), await reopened.CountsAsync(Cancellation));
    }

    private async Task<LabelReceipt> AppendAsync(params RecordedLabel[] labels) =>
        await DeliverAsync(new("file", "sha", "csv") { Labels = labels });

    private async Task<LabelReceipt> DeliverAsync(LabelDelivery delivery) =>
        Assert.Single(await _store.AppendAsync([delivery], null, Cancellation));

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
