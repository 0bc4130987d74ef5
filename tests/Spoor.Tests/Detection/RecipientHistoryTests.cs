using Spoor.Detection;
using Spoor.Transfers;
using static Spoor.Tests.Detection.DrainStory;

namespace Spoor.Tests.Detection;

public sealed class RecipientHistoryTests
{
    [Fact]
    public async Task The_store_tells_of_each_address_asked_for_and_from_when_on_it_knows()
    {
        var store = MemoryTransferStore.Load([Placed(Move("a", "b", Eth, 1m), 5), Placed(Move("b", "c", Junk, 1m), 6), Placed(Move("a", "d", Eth, 1m), 9)]);
        var history = new StoreRecipientHistory(store, Tokens);

        var found = await history.BeforeAsync(Ethereum, [At("b"), At("c"), At("d")], 9, TestContext.Current.CancellationToken);

        Assert.Equal(new RecipientHistory { Movements = 1, First = Begin.AddMinutes(5), KnownFrom = Begin.AddMinutes(5) }, found[At("b")]);
        Assert.Equal(0, found[At("c")].Movements);
        Assert.Equal(0, found[At("d")].Movements);
    }

    [Fact]
    public async Task A_store_without_the_chain_knows_nothing_of_it()
    {
        var history = new StoreRecipientHistory(new MemoryTransferStore(), Tokens);

        var found = await history.BeforeAsync(Polygon, [At("b")], 9, TestContext.Current.CancellationToken);

        Assert.Equal(RecipientHistory.Unknown, found[At("b")]);
    }

    [Fact]
    public async Task What_the_node_does_not_know_the_store_may()
    {
        var joined = new JoinedRecipientHistory(
            new Told(new() { Nonce = 0, HasCode = false, Balance = Amount.Zero }),
            new Told(new() { Movements = 4, First = Begin, KnownFrom = Begin.AddDays(-9) }));

        var found = await joined.BeforeAsync(Ethereum, [At("b")], 9, TestContext.Current.CancellationToken);

        Assert.Equal(
            new RecipientHistory { Nonce = 0, HasCode = false, Balance = Amount.Zero, Movements = 4, First = Begin, KnownFrom = Begin.AddDays(-9) }, found[At("b")]);
    }

    private static Transfer Placed(Transfer transfer, int block) => transfer with
    {
        Position = new(block, 0, Phase.Value, 0),
        Time = Begin.AddMinutes(block),
        Tx = new(UInt128.One, (UInt128)block),
    };

    private sealed class Told(RecipientHistory history) : IRecipientHistory
    {
        public Task<IReadOnlyDictionary<Address, RecipientHistory>> BeforeAsync(
            ChainId chain, IReadOnlyCollection<Address> addresses, long block, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyDictionary<Address, RecipientHistory>>(addresses.ToDictionary(address => address, _ => history));
    }
}
