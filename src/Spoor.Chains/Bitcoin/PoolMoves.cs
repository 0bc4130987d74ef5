using Spoor.Chains.Nodes.Answers;

namespace Spoor.Chains.Bitcoin;

/// <summary>What a Zcash transaction moves between the transparent part and the shielded pools, which is all that is public of them.</summary>
/// <remarks>
/// Sprout states both directions of each joinsplit (<c>vpub_old</c> into the pool, <c>vpub_new</c> out of it), Sapling and Orchard
/// one balance, positive when value leaves the pool (protocol specification §4.12, §4.13, §4.14). Order and sign are those of
/// bitcoin-etl, so that a row from a node and one from its files have the same number.
/// </remarks>
internal sealed record PoolMoves(IReadOnlyList<long> Into, long OutOf, bool IsShielded)
{
    public static readonly PoolMoves None = new([], 0, false);

    public static PoolMoves Of(AnswerObject transaction, UtxoRules rules)
    {
        var splits = transaction.Objects("vjoinsplit");
        var orchard = transaction.OptionalObject("orchard");
        var into = splits.ConvertAll(split => split.Units("vpub_old", rules));
        long outOf = splits.Sum(split => split.Units("vpub_new", rules));
        long[] balances = [Balance(transaction, rules), orchard is { } pool ? Balance(pool, rules) : 0];
        into.AddRange(balances.Where(balance => balance < 0).Select(balance => -balance));
        outOf += balances.Where(balance => balance > 0).Sum();
        bool isShielded = splits.Count > 0
            || transaction.Objects("vShieldedSpend").Count > 0
            || transaction.Objects("vShieldedOutput").Count > 0
            || orchard?.Objects("actions").Count > 0;
        return new([.. into.Where(units => units > 0)], outOf, isShielded || balances.Any(balance => balance != 0));
    }

    private static long Balance(AnswerObject holder, UtxoRules rules)
    {
        string? text = holder.OptionalNumber("valueBalance");
        if (text is null)
        {
            return 0;
        }

        bool isNegative = text.StartsWith('-');
        return CoinAmount.TryRead(isNegative ? text[1..] : text, rules.Coin.Decimals, out var units) && units <= rules.MaxUnits
            ? (isNegative ? -1 : 1) * (long)units
            : throw holder.Wrong("valueBalance", $"an amount of {rules.Coin.Symbol}, of either sign, with at most {rules.Coin.Decimals} decimals", text);
    }
}
