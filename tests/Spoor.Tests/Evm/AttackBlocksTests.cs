using System.Numerics;
using System.Text.Json.Nodes;
using Spoor.Chains.Evm;
using Spoor.Transfers;

namespace Spoor.Tests.Evm;

/// <summary>Full blocks of six chains around attacks, recorded without receipts and traces (coinspect/learn-evm-attacks, MIT).</summary>
public sealed class AttackBlocksTests
{
    [Fact]
    public void Each_block_decodes_and_its_sums_are_those_of_its_transactions()
    {
        var files = RecordedAnswers.Files("attack_blocks").Select(RecordedAnswers.Relative).ToList();

        Assert.Equal(15, files.Count);
        Assert.All(files, Check);
    }

    private static void Check(string file)
    {
        var answer = RecordedAnswers.Result(file)!;
        var block = EvmDecoder.Decode(new() { Block = RecordedAnswers.Bytes(answer) }, ChainOf(file));
        var transactions = answer["transactions"]!.AsArray();

        block.RefuseStrangers();
        Assert.Equal(BlockGaps.InternalMoves | BlockGaps.Receipts, block.Gaps);
        Assert.Equal(transactions.Count, block.Sent.Count);
        Assert.Equal(
            transactions.Aggregate(BigInteger.Zero, (sum, transaction) => sum + Number(transaction!["value"]!)),
            block.Transfers.Where(transfer => transfer.Kind == TransferKind.Native).Aggregate(BigInteger.Zero, (sum, transfer) => sum + (BigInteger)transfer.Amount.Units));
        Assert.DoesNotContain(block.Transfers, transfer => transfer.Kind is TransferKind.Fee or TransferKind.Token);
        Assert.All(block.Sent.Zip(transactions), pair => Assert.Equal(pair.Second!["hash"]!.ToString(), $"0x{pair.First.Tx}"));
    }

    private static Chain ChainOf(string file)
    {
        string name = Path.GetFileName(file).Split('_')[0];
        return name == "ethereum" ? ChainRegistry.Find(name) : ChainRegistry.Get(ChainId.Parse($"eip155:{name["chain".Length..]}"));
    }

    private static BigInteger Number(JsonNode hex) =>
        BigInteger.Parse("0" + hex.ToString()[2..], System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);
}
