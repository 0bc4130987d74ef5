using Spoor.Transfers;
using static Spoor.Tests.Contracts.Ledger;

namespace Spoor.Tests.Contracts;

/// <summary>What every <see cref="ITransferStore"/> promises about what goes in and what is taken back.</summary>
public abstract partial class TransferStoreContract : IDisposable
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract ITransferStore Store { get; }

    public void Dispose()
    {
        (Store as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_block_appended_twice_is_held_once()
    {
        var block = Blocks(Move(1, 0, 1, 2, 100), Move(1, 1, 2, 3, 60)).Single();

        Assert.Equal(2, await Store.AppendAsync(block, Cancellation));
        Assert.Equal(0, await Store.AppendAsync(block, Cancellation));

        Assert.Equal(block.Transfers, await Store.TransfersOfAsync(Ethereum, [Party(2)], Cancellation));
    }

    [Fact]
    public async Task A_movement_listed_twice_in_a_block_is_held_once() =>
        Assert.Equal(1, await Store.AppendAllAsync(Move(1, 0, 1, 2, 100), Move(1, 0, 1, 2, 100)));

    [Fact]
    public async Task A_movement_told_again_with_another_position_is_recognised()
    {
        var told = Move(1, 0, 1, 2, 100);

        await Store.AppendAllAsync(told);

        Assert.Equal(0, await Store.AppendAllAsync(told with { Position = new(1, 7, Phase.Log, 3) }));
        Assert.Equal([told], await Store.TransfersOfAsync(Ethereum, [Party(1)], Cancellation));
    }

    [Fact]
    public async Task Equal_movements_of_one_transaction_stay_two()
    {
        var first = Move(1, 0, 1, 2, 100);
        var second = first with { Occurrence = 1, Position = new(1, 0, Phase.Value, 1) };

        Assert.Equal(2, await Store.AppendAllAsync(first, second));
        Assert.Equal(0, await Store.AppendAllAsync(first, second));
        Assert.Equal([first, second], await Store.TransactionsAsync(Ethereum, [first.Tx], Cancellation));
    }

    [Fact]
    public async Task Only_what_is_new_of_a_half_known_block_is_added()
    {
        await Store.AppendAllAsync(Move(1, 0, 1, 2, 100));

        Assert.Equal(1, await Store.AppendAllAsync(Move(1, 0, 1, 2, 100), Move(1, 1, 2, 3, 60)));
    }

    [Fact]
    public async Task A_block_with_a_transfer_of_another_chain_is_refused_whole()
    {
        var block = Blocks(Move(1, 0, 1, 2, 100)).Single();
        var mixed = block with { Transfers = [.. block.Transfers, Move(1, 0, 1, 2, 100, Polygon)] };

        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendAsync(mixed, Cancellation));

        Assert.Empty(await Store.HeadsAsync(Cancellation));
    }

    [Fact]
    public async Task Append_unwind_append_equals_append()
    {
        Transfer[] history = [Move(1, 0, 1, 2, 100), Move(2, 0, 2, 3, 60), Move(3, 0, 3, 4, 60)];
        await Store.AppendAllAsync(history);

        Assert.Equal(2, await Store.UnwindAsync(Ethereum, 1, Cancellation));
        Assert.Equal([history[0]], await Store.TransfersOfAsync(Ethereum, [Party(2)], Cancellation));
        Assert.Empty(await Store.ActivityOfAsync(Ethereum, [Party(3)], Cancellation));

        Assert.Equal(2, await Store.AppendAllAsync(history));
        Assert.Equal(history, await Store.TransfersOfAsync(Ethereum, [Party(2), Party(3)], Cancellation));
    }

    [Fact]
    public async Task Unwinding_one_chain_leaves_the_others()
    {
        await Store.AppendAllAsync(Move(5, 0, 1, 2, 100), Move(5, 0, 1, 2, 100, Polygon));

        await Store.UnwindAsync(Ethereum, 0, Cancellation);

        Assert.Equal([new(Polygon, 5, 5, 1, TimeOf(5), TimeOf(5))], await Store.HeadsAsync(Cancellation));
    }

    [Fact]
    public async Task Unwinding_forgets_which_outputs_were_spent()
    {
        var spent = new Outpoint(Tx(99), 1);
        await Store.AppendAllAsync(Input(2, 0, 0, 1, spent), Output(2, 0, 0, 2));

        await Store.UnwindAsync(Bitcoin, 1, Cancellation);

        Assert.Empty(await Store.SpendsOfAsync(Bitcoin, [spent], Cancellation));
    }

    [Fact]
    public async Task Heads_tell_range_count_and_times_in_order_of_chain()
    {
        await Store.AppendAllAsync(Move(3, 0, 1, 2, 1), Move(9, 0, 2, 3, 1), Move(4, 0, 1, 2, 1, Polygon), Output(7, 0, 0, 1));

        Assert.Equal(
            [
                new(Bitcoin, 7, 7, 1, TimeOf(7), TimeOf(7)),
                new(Ethereum, 3, 9, 2, TimeOf(3), TimeOf(9)),
                new(Polygon, 4, 4, 1, TimeOf(4), TimeOf(4)),
            ],
            await Store.HeadsAsync(Cancellation));
    }

    [Fact]
    public async Task A_cancelled_append_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.AppendAsync(Blocks(Move(1, 0, 1, 2, 100)).Single(), cancelled.Token));

        Assert.Empty(await Store.HeadsAsync(Cancellation));
    }
}
