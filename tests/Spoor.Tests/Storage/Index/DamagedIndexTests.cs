using Spoor.Storage.DuckDb;
using Spoor.Storage.Index;
using Spoor.Tests.Contracts;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.Index;

/// <summary>An index that is not what was written changes no answer: it is dropped with a word, and the log answers.</summary>
public sealed class DamagedIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _talk = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Address[] Everybody { get; } = [.. Enumerable.Range(1, 40).Select(Party)];

    private string IndexFile => Path.Combine(_folder.Path, "spoor.index");

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 600_000)]
    public async Task A_flipped_bit_in_any_page_is_noticed_and_changes_no_answer()
    {
        var (whole, expected) = await BuildAsync();
        var unnoticed = new List<int>();
        for (int page = 0; page < whole.Length / IndexLayout.PageBytes; page++)
        {
            byte[] damaged = [.. whole];
            damaged[(page * IndexLayout.PageBytes) + (page == 0 ? 20 : page * 37 % IndexLayout.PageBytes)] ^= 1 << 3;
            File.WriteAllBytes(IndexFile, damaged);
            _talk.Clear();

            using var store = Open();
            Assert.Equal(expected, await AnswersAsync(store));
            if (await store.VerifyIndexAsync(Cancellation) is not null || _talk.Count == 0 || File.Exists(IndexFile))
            {
                unnoticed.Add(page);
            }
        }

        Assert.Empty(unnoticed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(4096)]
    [InlineData(9_000)]
    [InlineData(-1)]
    public async Task An_index_that_is_cut_off_is_dropped_and_built_again(int length)
    {
        var (whole, expected) = await BuildAsync();
        File.WriteAllBytes(IndexFile, whole[..(length < 0 ? whole.Length + length : length)]);

        using var store = Open();
        Assert.Equal(expected, await AnswersAsync(store));
        Assert.Single(_talk);
        Assert.False(File.Exists(IndexFile));

        await store.BuildIndexAsync(IndexBuildOptions.Default, null, Cancellation);
        Assert.NotNull(await store.AtHandAsync(Cancellation));
        Assert.Equal(expected, await AnswersAsync(store));
        Assert.Equal(whole, File.ReadAllBytes(IndexFile));
    }

    [Fact]
    public async Task An_index_of_another_version_is_dropped_and_the_message_names_both()
    {
        var (whole, expected) = await BuildAsync();
        whole[8] = 77;
        File.WriteAllBytes(IndexFile, whole);

        using var store = Open();

        Assert.Equal(expected, await AnswersAsync(store));
        Assert.Contains("version 77", Assert.Single(_talk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_of_another_store_is_dropped()
    {
        var (whole, _) = await BuildAsync();
        File.Delete(Path.Combine(_folder.Path, "spoor.duckdb"));
        using var store = Open();
        await store.AppendAllAsync(Transfers().Select(transfer => transfer with { Amount = transfer.Amount + new Amount(1) }));
        File.WriteAllBytes(IndexFile, whole);
        store.Dispose();
        _talk.Clear();
        using var again = Open();

        Assert.Null(await again.AtHandAsync(Cancellation));
        Assert.Single(_talk);
    }

    [Fact]
    public async Task Going_back_above_the_indexed_transfers_keeps_the_index_and_below_drops_it()
    {
        await BuildAsync();
        using var store = Open();
        await store.AppendAllAsync(Move(5_000, 0, 1, 2, 5), Move(5_001, 0, 1, 2, 5));

        await store.UnwindAsync(Ethereum, 5_000, Cancellation);
        Assert.Equal(1, (await store.IndexStatusAsync(Cancellation))?.Tail);
        Assert.Empty(_talk);

        await store.UnwindAsync(Ethereum, 3, Cancellation);
        Assert.Null(await store.IndexStatusAsync(Cancellation));
        Assert.Single(_talk);
        Assert.Null(await store.AtHandAsync(Cancellation));
    }

    [Fact]
    public async Task A_store_in_memory_has_no_index()
    {
        using var store = DuckDbTransferStore.Open(Spoor.Storage.DataFolder.At(Spoor.Storage.DataFolder.Memory));

        await Assert.ThrowsAsync<Spoor.Storage.StorageException>(() => store.BuildIndexAsync(IndexBuildOptions.Default, null, Cancellation));
        Assert.Null(await store.AtHandAsync(Cancellation));
    }

    private static IEnumerable<Transfer> Transfers() =>
    [
        .. Enumerable.Range(1, 300).Select(i => Move(i / 10, i % 10, (i * 7 % 40) + 1, (i * 11 % 40) + 1, (uint)i)),
        .. Enumerable.Range(1, 100).Select(i => Output(i, 0, 0, (i % 40) + 1)),
        .. Enumerable.Range(1, 99).Select(i => Input(i + 1, 0, 0, (i % 40) + 1, new(Output(i, 0, 0, 1).Tx, 0))),
    ];

    private DuckDbTransferStore Open()
    {
        var store = DuckDbTransferStore.Open(_folder.Data);
        store.IndexTalk = _talk.Add;
        return store;
    }

    private async Task<(byte[] Index, List<string> Answers)> BuildAsync()
    {
        using var store = Open();
        await store.AppendAllAsync(Transfers());
        var answers = await AnswersAsync(store);
        await store.BuildIndexAsync(IndexBuildOptions.Default, null, Cancellation);
        return (File.ReadAllBytes(IndexFile), answers);
    }

    private static async Task<List<string>> AnswersAsync(DuckDbTransferStore store)
    {
        List<string> answers = [];
        foreach (var chain in new[] { Ethereum, Bitcoin })
        {
            answers.AddRange((await store.TransfersOfAsync(chain, Everybody, Cancellation)).Select(transfer => transfer.ToString()));
            answers.AddRange((await store.ActivityOfAsync(chain, Everybody, Cancellation)).OrderBy(one => one.Key).Select(one => one.ToString()));
            answers.AddRange((await store.SpendsOfAsync(chain, [new(Output(4, 0, 0, 1).Tx, 0)], Cancellation)).Select(transfer => transfer.ToString()));
        }

        return answers;
    }
}
