using Spoor.Detection.Backtest;
using Spoor.Transfers;

namespace Spoor.Tests.Detection.Backtest;

/// <summary>Transfers become blocks in the order in which they came.</summary>
public sealed class BlockReplayTests
{
    [Fact]
    public void Chains_lie_side_by_side_by_time_and_each_in_its_own_order()
    {
        var replay = BlockReplay.Of([Row("eip155:56", 7, 25), Row("eip155:1", 12, 30), Row("eip155:1", 11, 20), Row("eip155:56", 8, 25)]);

        Assert.Equal(["eip155:1 11", "eip155:56 7", "eip155:56 8", "eip155:1 12"], replay.Blocks.Select(block => $"{block.Chain} {block.Height}"));
        Assert.Empty(replay.Unplaced);
    }

    [Fact]
    public void A_block_never_comes_before_the_one_below_it_whatever_its_clock_says()
    {
        var replay = BlockReplay.Of([Row("eip155:1", 12, 5), Row("eip155:1", 11, 20)]);

        Assert.Equal([11L, 12L], replay.Blocks.Select(block => block.Height));
    }

    [Fact]
    public void Without_stated_blocks_each_transaction_is_a_block_by_time_and_then_as_listed()
    {
        var replay = BlockReplay.Of([Row("eip155:1", 0, 20, 2), Row("eip155:1", 0, 20, 1), Row("eip155:1", 0, 10, 3)]);

        Assert.Equal([1L, 2L, 3L], replay.Blocks.Select(block => block.Height));
        Assert.Equal([3, 1, 2], replay.Blocks.Select(block => Assert.Single(block.Transfers).Position.Transaction));
        Assert.All(replay.Blocks, block => block.RefuseStrangers());
        Assert.Equal(3, replay.Unplaced[ChainId.Parse("eip155:1")]);
    }

    [Fact]
    public void The_same_transfers_in_another_order_give_the_same_blocks()
    {
        var exchange = new MadeExchange(3);
        exchange.Trade(0, 2);
        var shuffled = exchange.Transfers.ToArray();
        new Random(1).Shuffle(shuffled);

        var expected = BlockReplay.Of(exchange.Transfers).Blocks;
        var found = BlockReplay.Of(shuffled).Blocks;

        Assert.Equal(expected.Select(block => block.Height), found.Select(block => block.Height));
        Assert.Equal(expected.SelectMany(block => block.Transfers), found.SelectMany(block => block.Transfers));
        Assert.Equal(expected.Sum(block => block.Transfers.Count), exchange.Transfers.Count);
    }

    private static Transfer Row(string chain, long block, int second, int transaction = 0)
    {
        var id = ChainId.Parse(chain);
        byte[] hash = new byte[TxHash.Bytes];
        hash[0] = (byte)block;
        hash[1] = (byte)transaction;
        return new()
        {
            Position = new(block, transaction, Phase.Value, 0),
            Time = MadeExchange.Opened.AddSeconds(second),
            Tx = TxHash.FromBytes(hash),
            Kind = TransferKind.Native,
            From = new(AddressKind.Account20, new byte[20]),
            To = new(AddressKind.Account20, new byte[20]),
            Asset = new(id, "slip44:60"),
            Amount = new(1),
        };
    }
}
