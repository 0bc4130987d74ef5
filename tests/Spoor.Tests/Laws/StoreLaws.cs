using CsCheck;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Tests.Tracing;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Tests.Laws;

/// <summary>Laws that join a store and a trace (docs/methods/laws.md).</summary>
public sealed class StoreLaws
{
    [Fact]
    public Task P10_a_block_offered_twice_changes_no_trace() =>
        Gen.Select(Histories.WithThefts, Histories.Rule).SampleAsync(async (told, rule) =>
        {
            var once = new MemoryTransferStore();
            var twice = new MemoryTransferStore();
            foreach (var block in Blocks(Histories.Tell(told.Payments)))
            {
                await once.AppendAsync(block, default);
                await twice.AppendAsync(block, default);
                Assert.Equal(0, await twice.AppendAsync(block, default));
            }

            return await TraceOf(once, rule, told.Thefts) == await TraceOf(twice, rule, told.Thefts);
        }, iter: 50);

    [Fact]
    public Task P11_after_a_reorganisation_a_trace_is_as_if_the_lost_blocks_had_never_been() =>
        Gen.Select(Histories.WithThefts, Histories.Payments, Histories.Rule, Gen.Int[0, 10]).SampleAsync(async (told, instead, rule, height) =>
        {
            using var reorganised = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
            var straight = new MemoryTransferStore();
            var lost = Blocks(Histories.Tell(told.Payments)).ToList();
            var kept = lost.Where(block => block.Height <= height).ToList();
            var final = Blocks(Histories.Tell(told.Payments.Take(kept.Count).Concat(instead))).Where(block => block.Height > height).ToList();
            await AppendAsync(reorganised, lost);
            await reorganised.UnwindAsync(Story.Chain, height, default);
            await AppendAsync(reorganised, final);
            await AppendAsync(straight, [.. kept, .. final]);

            return await TraceOf(reorganised, rule, told.Thefts) == await TraceOf(straight, rule, told.Thefts);
        }, iter: 30);

    [Fact]
    public Task A_store_read_in_batches_gives_the_trace_of_one_read_at_once() =>
        Gen.Select(Histories.WithThefts, Histories.Rule, Gen.Bool).SampleAsync(async (told, rule, backward) =>
        {
            var story = Histories.Tell(told.Payments);
            using var batches = DuckDbTransferStore.Open(DataFolder.At(DataFolder.Memory));
            await AppendAsync(batches, Blocks(story));
            var direction = backward ? TraceDirection.In : TraceDirection.Out;
            return await TraceOf(batches, rule, told.Thefts, direction) == await TraceOf(story.Store, rule, told.Thefts, direction);
        }, iter: 30);

    private static async Task<string> TraceOf(ITransferStore store, TaintRule rule, int[] thefts, TraceDirection direction = TraceDirection.Out)
    {
        var request = new TraceRequest { Rule = rule, Claims = Histories.Claims(thefts), Stops = new() { MinCounterparties = 4, MaxHops = 4 }, Direction = direction };
        return Story.Dump(await Tracer.RunAsync(store, request, null, default));
    }

    private static async Task AppendAsync(ITransferStore store, IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            await store.AppendAsync(block, default);
        }
    }

    internal static IEnumerable<Block> Blocks(Story story) =>
        story.Transfers.GroupBy(transfer => transfer.Position.Block).Select(block => new Block
        {
            Chain = block.First().Chain,
            Height = block.Key,
            Time = block.First().Time,
            Transfers = [.. block],
        });
}
