using Spoor.Storage.DuckDb;
using Spoor.Storage.Index;
using Spoor.Tests.Contracts;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.Index;

/// <summary>How busy an address is, where coins moved beside tokens that anybody can make: told by its cell, whatever it holds.</summary>
public sealed class HubActivityTests : IDisposable
{
    private const int Hub = 1;
    private const int Newcomer = 999_999;
    private const int PerBlock = 5_000;

    private static readonly AssetId Listed = new(Ethereum, "erc20:0x6b175474e89094c44da98b954eedeac495271d0f");
    private static readonly AssetId Stranger = new(Ethereum, "erc20:0x00000000000000000000000000000000000bad00");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string IndexFile => Path.Combine(_folder.Path, "spoor.index");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_activity_of_a_hub_touches_as_few_pages_whatever_it_holds(bool hasLater)
    {
        Transfer[] later = hasLater ? [Move(9_000_000, 0, Newcomer, Hub, 7), Token(9_000_001, 0, Newcomer - 1, Stranger, 1)] : [];

        long few = await PagesTouchedAsync(300, later);
        long many = await PagesTouchedAsync(30_000, later);

        Assert.InRange(many, 1, few);
        Assert.InRange(few, 1, 12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_a_UTXO_chain_too_for_payments_from_newcomers(bool hasLater)
    {
        Transfer[] later = hasLater ? [Input(9_000_000, 0, 0, Newcomer, new(Tx(77), 0)), Output(9_000_000, 0, 0, Hub)] : [];
        static Transfer[] Coins(int count) => [.. Enumerable.Range(1, count).SelectMany(i => (Transfer[])[Input(i / PerBlock, i % PerBlock, 0, i + 1, new(Tx(i), 0)), Output(i / PerBlock, i % PerBlock, 0, Hub)])];

        long few = await PagesTouchedAsync(Bitcoin, Coins(300), later);
        long many = await PagesTouchedAsync(Bitcoin, Coins(20_000), later);

        Assert.InRange(many, 1, few);
        Assert.InRange(few, 1, 12);
    }

    [Fact]
    public async Task An_index_built_with_another_list_of_tokens_says_so_and_answers_by_the_list_of_now()
    {
        Transfer[] moves = [.. Moves(300)];
        using var store = DuckDbTransferStore.Open(_folder.Data);
        List<string> talk = [];
        store.IndexTalk = talk.Add;
        await store.AppendAllAsync(moves);
        await store.BuildIndexAsync(new(1 << 26, 1) { IsListed = asset => asset == Stranger }, null, Cancellation);

        Assert.Equal(MemoryTransferStore.Load(moves).ActivityOf(Ethereum, Party(Hub)), (await store.AtHandAsync(Cancellation))?.ActivityOf(Ethereum, Party(Hub)));
        Assert.Contains("another list of tokens", Assert.Single(talk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_coin_after_an_index_of_tokens_only_leaves_out_what_is_not_listed()
    {
        Transfer[] tokens = [.. Moves(300).Where(move => move.Kind == TransferKind.Token)];
        var coin = Move(9_000_000, 0, Newcomer, Hub, 7);
        using var store = DuckDbTransferStore.Open(_folder.Data);
        await store.AppendAllAsync(tokens);
        await store.BuildIndexAsync(new(1 << 26, 1), null, Cancellation);
        var before = (await store.AtHandAsync(Cancellation))?.ActivityOf(Ethereum, Party(Hub));
        await store.AppendAllAsync(coin);

        Assert.Equal(MemoryTransferStore.Load(tokens).ActivityOf(Ethereum, Party(Hub)), before);
        Assert.Equal(MemoryTransferStore.Load([.. tokens, coin]).ActivityOf(Ethereum, Party(Hub)), (await store.AtHandAsync(Cancellation))?.ActivityOf(Ethereum, Party(Hub)));
    }

    // A third each: the coin, a listed token, half of its movements of nothing, and a token that nobody knows; each from somebody else.
    private static IEnumerable<Transfer> Moves(int count) => Enumerable.Range(1, count).Select(i => (i % 3) switch
    {
        0 => Move(i / PerBlock, i % PerBlock, i + 1, Hub, 5),
        1 => Token(i / PerBlock, i % PerBlock, i + 1, Listed, (uint)(i % 2)),
        _ => Token(i / PerBlock, i % PerBlock, i + 1, Stranger, 5),
    });

    private static Transfer Token(long block, int tx, int from, AssetId asset, uint units) =>
        Move(block, tx, from, Hub, units) with { Kind = TransferKind.Token, Asset = asset };

    private Task<long> PagesTouchedAsync(int movements, Transfer[] later) => PagesTouchedAsync(Ethereum, [.. Moves(movements)], later);

    private async Task<long> PagesTouchedAsync(ChainId chain, Transfer[] moves, Transfer[] later)
    {
        using (var store = DuckDbTransferStore.Open(_folder.Data))
        {
            await store.UnwindAsync(chain, 0, Cancellation);
            await store.AppendAllAsync(moves);
            await store.BuildIndexAsync(new(1 << 26, 1), null, Cancellation);
        }

        using var index = AdjacencyIndex.Open(IndexFile);
        var read = new IndexedTransfers(index, MemoryTransferStore.Load(later), TailTouch.Of(index, later));
        long before = index.PagesTouched;

        Assert.Equal(MemoryTransferStore.Load([.. moves, .. later]).ActivityOf(chain, Party(Hub)), read.ActivityOf(chain, Party(Hub)));
        return index.PagesTouched - before;
    }
}
