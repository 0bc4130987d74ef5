using Spoor.Chains.Nodes;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>Turns what a node of Bitcoin's family answered about a block into transfers; it reads nothing else.</summary>
/// <remarks><c>docs/methods/bitcoin-decoding.md</c> says what is held to what, and what cannot be known.</remarks>
public static class BitcoinDecoder
{
    private const long MaxHeight = int.MaxValue;

    /// <param name="raw">The answers.</param>
    /// <param name="chain">A chain of Bitcoin's family.</param>
    /// <exception cref="NodeAnswerException">The answers are not what the methods answer, or contradict each other.</exception>
    public static Block Decode(BitcoinRawBlock raw, Chain chain)
    {
        var rules = UtxoRules.Of(chain);
        var earlier = new Dictionary<Outpoint, UtxoOutput>();
        foreach (var answer in raw.Earlier)
        {
            AnswerText.Read(answer, "getrawtransaction", (json, place) => AddEarlier(new(json, place), rules, earlier));
        }

        return AnswerText.Read(raw.Block, "getblock", (json, place) => Decode(new(json, place), rules, earlier));
    }

    /// <summary>The transactions that must be asked for because the block spends outputs of theirs and does not state them; in order, each once.</summary>
    /// <inheritdoc cref="Decode(BitcoinRawBlock, Chain)"/>
    public static IReadOnlyList<TxHash> Missing(BitcoinRawBlock raw, Chain chain)
    {
        var rules = UtxoRules.Of(chain);
        return AnswerText.Read(raw.Block, "getblock", (json, place) =>
        {
            var transactions = Transactions(new(json, place), rules);
            var own = transactions.Select(transaction => transaction.Id).ToHashSet();
            return transactions
                .SelectMany(transaction => transaction.Inputs)
                .Where(input => input.Stated is null && !own.Contains(input.Spends.Tx))
                .Select(input => input.Spends.Tx)
                .Distinct()
                .ToList();
        });
    }

    /// <summary>What <c>getblock</c> and <c>getblockheader</c> say of a block's place and time.</summary>
    internal static BlockHeader Header(AnswerObject block, ChainId chain)
    {
        long height = block.Whole("height", 0, MaxHeight);
        var parent = block.OptionalHash("previousblockhash");
        if (parent is null != (height == 0))
        {
            throw block.Wrong("previousblockhash", height == 0 ? "nothing before block 0" : "64 hex digits", parent?.ToString() ?? "nothing");
        }

        return new(chain, height, block.Hash("hash"), parent, DateTimeOffset.FromUnixTimeSeconds(block.Whole("time", 0, uint.MaxValue)));
    }

    private static Block Decode(AnswerObject block, UtxoRules rules, Dictionary<Outpoint, UtxoOutput> earlier)
    {
        var header = Header(block, rules.Chain.Id);
        var transactions = Transactions(block, rules);
        BlockSeal.Hold(block, header.Hash, [.. transactions.Select(transaction => transaction.Id)]);
        return new UtxoBooks(header, rules, transactions, earlier).ToBlock();
    }

    private static List<UtxoTransaction> Transactions(AnswerObject block, UtxoRules rules)
    {
        var transactions = new List<UtxoTransaction>();
        var known = new HashSet<TxHash>();
        foreach (var item in block.Objects("tx"))
        {
            var transaction = UtxoTransactionAnswer.Read(item, transactions.Count, rules);
            transactions.Add(known.Add(transaction.Id) ? transaction : throw item.Wrong("txid", "a transaction that the block has not had yet", transaction.Id.ToString()));
        }

        return transactions.Count > 0 ? transactions : throw block.Wrong("tx", "one transaction or more", "none");
    }

    private static bool AddEarlier(AnswerObject transaction, UtxoRules rules, Dictionary<Outpoint, UtxoOutput> earlier)
    {
        var inputs = transaction.Objects("vin").Where(input => !input.Has("coinbase"));
        var outputs = transaction.Outputs(rules);
        var id = transaction.HeldId([.. inputs.Select(input => new Outpoint(input.Hash("txid"), (int)input.Whole("vout", 0, int.MaxValue)))], outputs, rules);
        for (int i = 0; i < outputs.Count; i++)
        {
            if (!earlier.TryAdd(new(id, i), outputs[i]))
            {
                throw transaction.Wrong("txid", "each transaction once", id.ToString());
            }
        }

        return true;
    }
}
