using Spoor.Tests.Contracts;
using Spoor.Tests.Tracing;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Transfers;

public sealed class MemoryTransferStoreTests : TransferStoreContract
{
    protected override ITransferStore Store { get; } = new MemoryTransferStore();

    [Fact]
    public void Loading_puts_transfers_of_any_order_and_chain_in_place()
    {
        var late = Move(9, 0, 1, 2, 1);
        var early = Move(3, 0, 2, 1, 1);
        var elsewhere = Move(1, 0, 1, 2, 1, Polygon);

        var store = MemoryTransferStore.Load([late, elsewhere, early, late]);

        Assert.Equal([early, late], store.TransfersOf(Ethereum, Party(1)));
        Assert.Equal([elsewhere], store.TransfersOf(Polygon, Party(2)));
        Assert.Equal(new Activity(2, 1, TimeOf(3), TimeOf(9)) { Credible = 2, Payments = 1, Days = 1, Hours = 1 }, store.ActivityOf(Ethereum, Party(2)));
    }

    [Fact]
    public async Task Activity_follows_later_appends()
    {
        var store = MemoryTransferStore.Load([Move(1, 0, 1, 2, 1)]);
        Assert.Equal(1, store.ActivityOf(Ethereum, Party(1))?.Counterparties);

        await store.AppendAllAsync(Move(2, 0, 3, 1, 1));

        Assert.Equal(2, store.ActivityOf(Ethereum, Party(1))?.Counterparties);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chain_on_which_one_asset_moved_is_known(bool several)
    {
        var story = new Story().Pay("a", "b", 5).Pay("b", "c", 5, several ? Story.Dollar : Story.Coin);

        Assert.Equal(several, story.Store.MovedSeveralAssets(Story.Chain));
        Assert.False(story.Store.MovedSeveralAssets(Story.Bitcoin));
    }

    [Fact]
    public void What_is_not_held_is_empty()
    {
        var store = new MemoryTransferStore();

        Assert.Empty(store.TransfersOf(Ethereum, Party(1)));
        Assert.Null(store.ActivityOf(Ethereum, Party(1)));
        Assert.Empty(store.SpendOf(Bitcoin, new(Tx(1), 0)));
    }
}
