using Spoor.Storage.DuckDb;
using Spoor.Storage.Index;
using Spoor.Tests.Contracts;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.Index;

/// <summary>A build that was cut short goes on from what it last noted, and makes the file that a build in one go makes.</summary>
public sealed class ResumedBuildTests : IDisposable
{
    private static readonly IndexBuildOptions Options = new(1 << 26, 2) { RowsAtOnce = 40, RowsBetweenNotes = 1 };

    // The last chain has two reports behind its order: its edges are made in one go.
    private const int AtLast = 3;

    private const int InFirstChain = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _talk = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string IndexFile => Path.Combine(_folder.Path, "spoor.index");

    private string Scratch => Path.Combine(_folder.Path, "spoor.index.building");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Cut_short_at_any_moment_it_goes_on_and_makes_the_same_file(int rowsBetweenNotes)
    {
        var options = Options with { RowsBetweenNotes = rowsBetweenNotes };
        var (whole, reports) = await BuildInOneGoAsync();
        for (int stop = 1; stop <= reports; stop++)
        {
            Assert.False(await TryBuildAsync(options, stop), $"The build was not cut short at report {stop}.");
            Assert.True(await TryBuildAsync(options, int.MaxValue));

            Assert.Equal(whole, File.ReadAllBytes(IndexFile));
            Assert.False(Directory.Exists(Scratch));
            File.Delete(IndexFile);
        }

        Assert.InRange(_talk.Count, reports - (rowsBetweenNotes / (int)options.RowsAtOnce) - 1, reports);
        Assert.All(_talk, said => Assert.Contains("goes on", said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cut_short_again_and_again_it_comes_to_its_end()
    {
        var (whole, reports) = await BuildInOneGoAsync();
        int builds = 1;
        for (; !await TryBuildAsync(Options, AtLast) && builds <= reports; builds++)
        {
        }

        Assert.InRange(builds, reports / AtLast, reports);
        Assert.Equal(whole, File.ReadAllBytes(IndexFile));
    }

    [Fact]
    public async Task What_it_left_and_is_not_what_it_wrote_is_thrown_away()
    {
        var (whole, _) = await BuildInOneGoAsync();
        foreach (string name in new[] { "index", "pairs", "transactions", "spends", "sides", "paid", "keys", "longkeys", "progress" })
        {
            Assert.False(await TryBuildAsync(Options, InFirstChain));
            byte[] bytes = File.ReadAllBytes(Path.Combine(Scratch, name));
            bytes[bytes.Length / 2] ^= 4;
            File.WriteAllBytes(Path.Combine(Scratch, name), bytes);
            _talk.Clear();

            Assert.True(await TryBuildAsync(Options, int.MaxValue));
            Assert.Equal(whole, File.ReadAllBytes(IndexFile));
            Assert.True(name is "progress" ? _talk.Count == 0 : _talk.Exists(said => said.Contains("begins anew", StringComparison.Ordinal)), $"{name}: {string.Join(' ', _talk)}");
            File.Delete(IndexFile);
        }
    }

    [Fact]
    public async Task After_rows_were_taken_from_the_log_it_begins_anew()
    {
        var (_, reports) = await BuildInOneGoAsync();
        await TryBuildAsync(Options, reports - 1);
        using (var store = Open())
        {
            await store.UnwindAsync(Ethereum, 20, Cancellation);
        }

        Assert.True(await TryBuildAsync(Options, int.MaxValue));
        Assert.Empty(_talk);
    }

    [Fact]
    public async Task After_a_few_rows_were_added_it_goes_on_and_they_come_after_the_index()
    {
        var (_, reports) = await BuildInOneGoAsync();
        await TryBuildAsync(Options, reports - 1);
        using var store = Open();
        await store.AppendAllAsync(Move(5_000, 0, 1, 2, 5));

        Assert.Equal(1, (await store.BuildIndexAsync(Options, null, Cancellation)).Tail);
        Assert.Contains("goes on", Assert.Single(_talk), StringComparison.Ordinal);
    }

    private static IEnumerable<Transfer> Transfers() =>
    [
        .. Enumerable.Range(1, 300).Select(i => Move(i / 10, i % 10, (i * 7 % 40) + 1, (i * 11 % 40) + 1, (uint)(i % 3)) with
        {
            Kind = i % 2 == 0 ? TransferKind.Native : TransferKind.Token,
            Asset = new(Ethereum, i % 4 == 1 ? "erc20:0x00000000000000000000000000000000000bad00" : "slip44:60"),
        }),
        .. Enumerable.Range(1, 100).Select(i => Output(i, 0, 0, null) with { To = new(AddressKind.Witness0 + 1, [.. Party(i).ToBytes(), .. new byte[12]]) }),
        .. Enumerable.Range(1, 99).Select(i => Input(i + 1, 0, 0, (i % 40) + 1, new(Output(i, 0, 0, 1).Tx, 0))),
    ];

    private DuckDbTransferStore Open()
    {
        var store = DuckDbTransferStore.Open(_folder.Data);
        store.IndexTalk = _talk.Add;
        return store;
    }

    private async Task<(byte[] Index, int Reports)> BuildInOneGoAsync()
    {
        using (var store = Open())
        {
            await store.AppendAllAsync(Transfers());
            await store.BuildIndexAsync(Options, null, Cancellation);
        }

        byte[] whole = File.ReadAllBytes(IndexFile);
        File.Delete(IndexFile);
        var counted = new StopAt(int.MaxValue, null);
        using (var store = Open())
        {
            await store.BuildIndexAsync(Options, counted, Cancellation);
        }

        Assert.Equal(whole, File.ReadAllBytes(IndexFile));
        File.Delete(IndexFile);
        return (whole, counted.Reports);
    }

    /// <returns>Whether it came to its end.</returns>
    private async Task<bool> TryBuildAsync(IndexBuildOptions options, int stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var store = Open();
        try
        {
            await store.BuildIndexAsync(options, new StopAt(stop, end), end.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed class StopAt(int stop, CancellationTokenSource? end) : IProgress<IndexProgress>
    {
        internal int Reports { get; private set; }

        public void Report(IndexProgress value)
        {
            if (++Reports == stop)
            {
                end?.Cancel();
            }
        }
    }
}
