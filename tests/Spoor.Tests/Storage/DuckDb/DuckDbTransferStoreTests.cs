using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Contracts;
using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Storage.DuckDb;

public sealed class DuckDbTransferStoreTests : TransferStoreContract
{
    private readonly DuckDbTransferStore _store = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));

    protected override ITransferStore Store => _store;

    [Fact]
    public async Task Status_counts_all_chains()
    {
        await _store.AppendAllAsync(Move(1, 0, 1, 2, 1), Move(2, 0, 1, 2, 1), Move(5, 0, 1, 2, 1, Polygon));

        var status = await _store.StatusAsync(Cancellation);

        Assert.Equal(3, status.Transfers);
        Assert.Equal([Ethereum, Polygon], status.Chains.Select(head => head.Chain));
        Assert.Equal(0, status.Bytes);
        Assert.Equal(SchemaScript.All[^1].Version, status.SchemaVersion);
    }

    [Fact]
    public async Task Readers_that_come_at_once_take_turns()
    {
        await _store.AppendAllAsync(Enumerable.Range(0, 200).Select(number => Move(number, 0, number, number + 1, 1)));

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 32).Select(number => _store.TransfersOfAsync(Ethereum, [Party(number)], Cancellation)));

        Assert.All(answers, answer => Assert.Equal(2, answer.Count));
    }
}
