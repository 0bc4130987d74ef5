using System.Text;
using Spoor.Chains.Files.Ledger;
using Spoor.Incidents.Ledger;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using static Spoor.Tests.Incidents.Ledger.LedgerRows;

namespace Spoor.Tests.Storage.DuckDb;

public sealed class DuckDbLedgerStoreTests : IDisposable
{
    private const string Other = "bridge,date,value\nNomad,02/08/2022,1\n";

    private static readonly DateOnly Day = new(2024, 5, 1);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_ledger_imported_twice_adds_nothing_and_a_new_figure_is_a_revision()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);
        LedgerEntry[] entries = [Entry("rekt", "Stake", "2023-09-04", 41_600_000m, "0xaa", "0xbb"), Entry("rekt", "Mixin", "2023-09", null)];
        var content = new LedgerContent("a.csv", "x") { Entries = entries, Places = [new("rekt:2023-09-Mixin", "bitcoin", "tx", "ff")] };

        Assert.Equal((2, 0, 0, 1, 0), await CountAsync(store, content));
        Assert.Equal((0, 0, 2, 0, 0), await CountAsync(store, content));
        Assert.Equal((0, 1, 1, 0, 0), await CountAsync(store, content with { Entries = [entries[0] with { Usd = 41_000_000.50m }, entries[1]] }));

        var held = (await store.ReadAsync(Cancellation)).Entries;
        Assert.Equal(["rekt:2023-09-04-Stake 41000000.5 0xaa,0xbb", "rekt:2023-09-Mixin  ff"], held.Select(entry => $"{entry.Id} {entry.Usd} {string.Join(',', entry.Transactions)}"));
        Assert.Equal(["bitcoin"], held[1].Chains);
    }

    [Fact]
    public async Task Every_member_of_an_entry_comes_back()
    {
        var entry = Entry("dprk", "Zoë's \"Coin\", Ltd", "2017", 5_300_000m, "0xaa") with
        {
            OtherNames = ["A", "B"],
            Reported = LedgerDate.Parse("2018-01"),
            Basis = LostBasis.NoUnit,
            Stated = "5.3M",
            Category = "Rugpull, CEX",
            Actor = "DPRK",
            Chains = ["bitcoin", "tron"],
            Links = ["https://example.org/a,b"],
            Repair = "mended",
        };
        using (var store = DuckDbLedgerStore.Open(_folder.Data))
        {
            await ImportAsync(store, new LedgerContent("a.csv", "x") { Entries = [entry] });
        }

        using var again = DuckDbLedgerStore.Open(_folder.Data);
        var held = Assert.Single((await again.ReadAsync(Cancellation)).Entries);

        Assert.Equivalent(entry, held, strict: true);
    }

    [Fact]
    public async Task Decisions_are_numbered_kept_and_given_back_in_order()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);

        MergeDecision merge = new(0, MergeKind.Merge, "a:1", "b:2", "same") { Author = "Zoë", Day = Day };
        MergeDecision split = new(0, MergeKind.Split, "a:1", null, "not the same") { Author = "me", Day = Day.AddDays(1) };

        await store.DecideAsync(merge, Cancellation);
        await store.DecideAsync(split, Cancellation);

        Assert.Equal([merge with { Number = 1 }, split with { Number = 2 }], (await store.ReadAsync(Cancellation)).Decisions);
    }

    [Fact]
    public async Task A_published_figure_is_kept_once()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);
        Assert.True(LedgerPeriod.TryParse("2023-01..2023-08", out var period));
        var content = new LedgerContent("a.csv", "x") { Figures = [new("CertiK", period, "total_year_to_date", 997_000_000m, "", "published 2023-08-31")] };

        await ImportAsync(store, content);
        await ImportAsync(store, content);

        var figure = Assert.Single((await store.ReadAsync(Cancellation)).Figures);
        Assert.Equal((content.Figures[0].Period, 997_000_000m, new DateOnly(2023, 8, 31)), (figure.Period, figure.Usd, figure.Published));
    }

    [Fact]
    public async Task A_published_figure_that_was_corrected_stands_alone()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);
        PublishedFigure first = new("CertiK", LedgerPeriod.OfYear(2023), "total", 997_000_000m, "", "");

        await ImportAsync(store, new LedgerContent("a.csv", "x") { Figures = [first] });
        var count = Assert.Single(await ImportAsync(store, new LedgerContent("b.csv", "x") { Figures = [first with { Usd = 1_006_800_000m }] }));

        Assert.Equal(1, count.Figures);
        Assert.Equal([first with { Usd = 1_006_800_000m }], (await store.ReadAsync(Cancellation)).Figures);
    }

    [Theory]
    [InlineData("2023-09-04,A,100", "2023-09-04,A,100\n2023-09-04,A,200", 300, "")]
    [InlineData("2023-09-04,Acme,100", "2023-09-05,Acme,100", 100, "dprk:2023-09-04-acme")]
    [InlineData("2023-09-04,A,100\n2023-09-04,A,200", "2023-09-04,A,100", 100, "dprk:2023-09-04-a-2")]
    public async Task A_ledger_that_was_corrected_counts_each_theft_once(string before, string after, int usd, string withdrawn)
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);

        await ImportAsync(store, Read("date,victim,usd\n" + before), Read(Other));
        var count = Assert.Single(await ImportAsync(store, Read("date,victim,usd\n" + after)));

        var entries = (await store.ReadAsync(Cancellation)).Entries;
        Assert.Equal(usd, entries.Where(entry => entry.Source == "dprk").Sum(entry => entry.Usd));
        Assert.Equal(withdrawn, string.Join(' ', count.Withdrawn));
        Assert.Single(entries, entry => entry.Source == "sok");
    }

    [Fact]
    public async Task What_was_withdrawn_comes_back_when_its_ledger_has_it_again()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);
        var (both, one) = (Read("date,victim,usd\n2023-09-04,A,100\n2023-09-12,B,5"), Read("date,victim,usd\n2023-09-04,A,100"));

        await ImportAsync(store, both);
        await ImportAsync(store, one);
        var again = Assert.Single(await ImportAsync(store, both));

        Assert.Equal((0, 1, 1), (again.Added, again.Revised, again.Known));
        Assert.Equal(["dprk:2023-09-04-a", "dprk:2023-09-12-b"], (await store.ReadAsync(Cancellation)).Entries.Select(entry => entry.Id));
    }

    [Fact]
    public async Task Two_files_of_one_ledger_in_one_import_withdraw_nothing_of_each_other()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);

        var counts = await ImportAsync(store, Read("date,victim,usd\n2023-09-04,A,100"), Read("date,victim,usd\n2022-09-12,B,5"));

        Assert.All(counts, count => Assert.Empty(count.Withdrawn));
        Assert.Equal(2, (await store.ReadAsync(Cancellation)).Entries.Count);
    }

    [Fact]
    public async Task Free_texts_finer_than_a_cent_are_known_when_they_come_again()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);
        var content = Read("date,name,root_cause,lost_text,tx_hashes,links\n"
            + string.Concat(Enumerable.Range(1, 60).Select(number => $"2023-01-01,V{number},x,~${number}.{number * 7919:000000}K,,\n")));

        await ImportAsync(store, content);

        Assert.Equal((0, 0, 60, 0, 0), await CountAsync(store, content));
    }

    private static Task<IReadOnlyList<LedgerImportCount>> ImportAsync(DuckDbLedgerStore store, params LedgerContent[] contents) => store.ImportAsync(contents, Day, Cancellation);

    private static async Task<(long Added, long Revised, long Known, long Places, long Figures)> CountAsync(DuckDbLedgerStore store, LedgerContent content)
    {
        var count = Assert.Single(await ImportAsync(store, content));
        return (count.Added, count.Revised, count.Known, count.Places, count.Figures);
    }

    private static LedgerContent Read(string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return LedgerFile.Read("ledger.csv", bytes);
    }
}
