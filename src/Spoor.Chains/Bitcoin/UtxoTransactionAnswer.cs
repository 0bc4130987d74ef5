using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>Reads one transaction of a <c>getblock</c> answer.</summary>
internal static class UtxoTransactionAnswer
{
    public static UtxoTransaction Read(AnswerObject transaction, int index, UtxoRules rules)
    {
        var vin = transaction.Objects("vin");
        bool isCoinbase = vin.Any(input => input.Has("coinbase"));
        if (isCoinbase != (index == 0) || (isCoinbase && vin.Count != 1))
        {
            throw transaction.Wrong("vin", index == 0 ? "one coinbase input" : "no coinbase input", $"{vin.Count} inputs{(isCoinbase ? ", one of them a coinbase" : "")}");
        }

        var inputs = isCoinbase ? [] : vin.ConvertAll(input => Input(input, rules));
        var outputs = transaction.Outputs(rules);
        var id = transaction.HeldId([.. inputs.Select(input => input.Spends)], outputs, rules);
        var pools = rules.HasShieldedPools ? PoolMoves.Of(transaction, rules) : PoolMoves.None;
        if (outputs.Count + pools.Into.Count == 0 && !pools.IsShielded)
        {
            throw transaction.Wrong("vout", "one output or more", "none");
        }

        return new()
        {
            Place = transaction.Place,
            Id = id,
            Index = index,
            IsCoinbase = isCoinbase,
            Inputs = inputs,
            Outputs = [.. outputs, .. pools.Into.Select(units => new UtxoOutput(units, null))],
            FromPools = pools.OutOf,
            IsShielded = pools.IsShielded,
            Fee = transaction.OptionalUnits("fee", rules),
        };
    }

    private static UtxoInput Input(AnswerObject input, UtxoRules rules)
    {
        var spends = new Outpoint(input.Hash("txid"), (int)input.Whole("vout", 0, int.MaxValue));
        return new(spends, input.OptionalObject("prevout")?.Output(rules));
    }
}
