using Spoor.Incidents.Ledger;
using Spoor.Storage.DuckDb;
using static Spoor.Tests.Incidents.Ledger.LedgerRows;

namespace Spoor.Tests.Storage.DuckDb;

public sealed class DuckDbLedgerStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_ledger_imported_twice_adds_nothing_and_a_new_figure_is_a_revision()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);
        LedgerEntry[] entries = [Entry("rekt", "Stake", "2023-09-04", 41_600_000m, "0xaa", "0xbb"), Entry("rekt", "Mixin", "2023-09", null)];
        var content = new LedgerContent("a.csv", "x") { Entries = entries, Places = [new("rekt:2023-09-Mixin", "bitcoin", "tx", "ff")] };

        Assert.Equal(new(2, 0, 0, 1, 0), await store.ImportAsync(content, Cancellation));
        Assert.Equal(new(0, 0, 2, 0, 0), await store.ImportAsync(content, Cancellation));
        Assert.Equal(new(0, 1, 1, 0, 0), await store.ImportAsync(content with { Entries = [entries[0] with { Usd = 41_000_000.50m }, entries[1]] }, Cancellation));

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
            await store.ImportAsync(new("a.csv", "x") { Entries = [entry] }, Cancellation);
        }

        using var again = DuckDbLedgerStore.Open(_folder.Data);
        var held = Assert.Single((await again.ReadAsync(Cancellation)).Entries);

        Assert.Equivalent(entry, held, strict: true);
    }

    [Fact]
    public async Task Decisions_are_numbered_kept_and_given_back_in_order()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);

        await store.DecideAsync(new(0, MergeKind.Merge, "a:1", "b:2", "same"), Cancellation);
        await store.DecideAsync(new(0, MergeKind.Split, "a:1", null, "not the same"), Cancellation);

        Assert.Equal([new(1, MergeKind.Merge, "a:1", "b:2", "same"), new(2, MergeKind.Split, "a:1", null, "not the same")], (await store.ReadAsync(Cancellation)).Decisions);
    }

    [Fact]
    public async Task A_published_figure_is_kept_once()
    {
        using var store = DuckDbLedgerStore.Open(_folder.Data);
        Assert.True(LedgerPeriod.TryParse("2023-01..2023-08", out var period));
        var content = new LedgerContent("a.csv", "x") { Figures = [new("CertiK", period, "total_year_to_date", 997_000_000m, "", "published 2023-08-31")] };

        await store.ImportAsync(content, Cancellation);
        await store.ImportAsync(content, Cancellation);

        var figure = Assert.Single((await store.ReadAsync(Cancellation)).Figures);
        Assert.Equal((content.Figures[0].Period, 997_000_000m, new DateOnly(2023, 8, 31)), (figure.Period, figure.Usd, figure.Published));
    }
}
