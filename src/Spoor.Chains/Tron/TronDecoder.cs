using System.Globalization;
using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>Turns what a Tron full node answered about a block into transfers; it reads nothing else.</summary>
/// <remarks><c>docs/methods/tron-decoding.md</c> says what is read, what is held to what, and what cannot be known.</remarks>
public static class TronDecoder
{
    internal const string Block = "getblockbynum";

    private const string Infos = "gettransactioninfobyblocknum";

    /// <param name="raw">The two answers.</param>
    /// <param name="chain">Tron.</param>
    /// <exception cref="NodeAnswerException">The answers are not what the methods answer, or contradict each other.</exception>
    public static Block Decode(TronRawBlock raw, Chain chain)
    {
        if (chain is not { Family: ChainFamily.Tron, Native: { } coin })
        {
            throw new FormatException($"Expected Tron for a Tron node, found {chain}.");
        }

        return AnswerText.Read(raw.Block, Block, (block, place) => AnswerText.Read(
            raw.Infos, Infos, (infos, infoPlace) => Decode(new(block, place), AnswerObject.ObjectsOf(infos, "", infoPlace), chain, coin.Asset)));
    }

    private static Block Decode(AnswerObject block, List<AnswerObject> infos, Chain chain, AssetId coin)
    {
        var header = TronAnswer.Header(block, chain.Id);
        var transactions = block.Objects("transactions");
        var books = new TronBooks(header, chain, coin);
        if (header.Height > 0)
        {
            var byId = ById(infos, header, transactions.Count);
            for (int i = 0; i < transactions.Count; i++)
            {
                var transaction = TronTransaction.Read(transactions[i], i);
                books.Book(transaction, byId.Remove(transaction.Id, out var info) ? info : throw transactions[i].Wrong("txID", "one that the infos of the block have, each once", transaction.Id.ToString()));
            }
        }

        return books.ToBlock();
    }

    // One for each transaction, and of this very block: the two answers come one after the other, and a branch may change between.
    private static Dictionary<TxHash, AnswerObject> ById(List<AnswerObject> infos, BlockHeader header, int transactions)
    {
        if (infos.Count != transactions)
        {
            throw new NodeAnswerException(
                $"{Infos} {header.Height}: expected {transactions} infos, one for each transaction of the block, found {infos.Count}. "
                + "A node that keeps no transaction history answers so; set storage.transHistory.switch = \"on\" in its configuration.");
        }

        var byId = new Dictionary<TxHash, AnswerObject>(infos.Count);
        long milliseconds = header.Time.ToUnixTimeMilliseconds();
        foreach (var info in infos)
        {
            Hold(info, "blockNumber", header.Height);
            Hold(info, "blockTimeStamp", milliseconds);
            if (!byId.TryAdd(info.Hash("id"), info))
            {
                throw info.Wrong("id", "each transaction once", info.Text("id"));
            }
        }

        return byId;
    }

    private static void Hold(AnswerObject info, string field, long expected)
    {
        long found = info.OptionalWhole(field, 0, long.MaxValue) ?? 0;
        if (found != expected)
        {
            throw info.Wrong(field, expected.ToString(CultureInfo.InvariantCulture), found.ToString(CultureInfo.InvariantCulture));
        }
    }
}
