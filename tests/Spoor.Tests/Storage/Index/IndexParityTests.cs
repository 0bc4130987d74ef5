using CsCheck;
using Spoor.Tests.Contracts;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Storage.Index;

/// <summary>Prefix, tail and way back: whatever is indexed when, the answers are those of memory.</summary>
public sealed class IndexParityTests
{
    [Fact(Timeout = 600_000)]
    public async Task Memory_and_an_indexed_log_answer_alike_on_any_history() =>
        await Gen.Select(StoreParityTests.Histories, StoreParityTests.Histories, Gen.Long[0, 4], Gen.Int[0, 15], Gen.Int[1, 3]).SampleAsync(
            async (before, after, height, bits, everyAppends) =>
            {
                var frontier = StoreParityTests.FrontierOf(bits);
                using var indexed = new IndexedStore(everyAppends);
                var memory = new MemoryTransferStore();

                Assert.Equal(
                    await StoreParityTests.HistoryAsync(memory, before, after, height, frontier),
                    await StoreParityTests.HistoryAsync(indexed, before, after, height, frontier));
                Assert.Equal(await ReachedAsync(memory, frontier), await ReachedAsync(indexed, frontier));
                await indexed.BuildAsync();
                Assert.Equal(await ReachedAsync(memory, frontier), await ReachedAsync(indexed, frontier));
                Assert.Equal(InstantAnswers(memory), InstantAnswers(await indexed.AtHandAsync(TestContext.Current.CancellationToken)));
            },
            iter: 20,
            threads: 1);

    // Memory is read hop by hop, an index without later transfers is walked by its numbers.
    private static async Task<List<ReachedAddress>> ReachedAsync(ITransferStore store, Address[] from)
    {
        List<ReachedAddress> reached = [];
        foreach (var chain in StoreParityTests.Chains)
        {
            foreach (var since in new Position[] { default, new(2, 0, Phase.Value, 1) })
            {
                reached.AddRange(await Reach.FromAsync(store, chain, [.. from.Select(address => new ReachSeed(address, since))], 3, TestContext.Current.CancellationToken));
            }
        }

        return reached;
    }

    private static List<string> InstantAnswers(IInstantTransfers? transfers)
    {
        Assert.NotNull(transfers);
        return
        [
            .. from chain in StoreParityTests.Chains
               from address in StoreParityTests.Parties
               from line in transfers.TransfersOf(chain, address).Select(transfer => transfer.ToString()).Append($"{transfers.ActivityOf(chain, address)}")
               select line,
            .. from chain in StoreParityTests.Chains select $"{transfers.MovedSeveralAssets(chain)}",
            .. from chain in StoreParityTests.Chains
               from tx in StoreParityTests.Transactions
               from transfer in transfers.TransactionOf(chain, tx)
               select transfer.ToString(),
            .. from chain in StoreParityTests.Chains
               from output in StoreParityTests.Outputs
               from transfer in transfers.SpendOf(chain, output)
               select transfer.ToString(),
        ];
    }
}
