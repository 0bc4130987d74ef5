using System.Globalization;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;
using Spoor.Transfers.Codecs;

namespace Spoor.Chains.Bitcoin;

/// <summary>Reads the parts that all answers of Bitcoin Core's family share: amounts, outputs, whose an output is.</summary>
internal static class UtxoAnswer
{
    private const int MaxOutputs = 1_000_000;

    /// <summary>An amount in coins, exactly, in the smallest unit.</summary>
    public static long Units(this AnswerObject from, string field, UtxoRules rules) =>
        from.OptionalUnits(field, rules) ?? throw from.Wrong(field, $"an amount of {rules.Coin.Symbol}", "nothing");

    public static long? OptionalUnits(this AnswerObject from, string field, UtxoRules rules)
    {
        string? text = from.OptionalNumber(field);
        if (text is null)
        {
            return null;
        }

        return CoinAmount.TryRead(text, rules.Coin.Decimals, out var units) && units <= rules.MaxUnits
            ? (long)units
            : throw from.Wrong(
                field,
                $"an amount from 0 to {new Amount((UInt128)rules.MaxUnits).ToDecimalString(rules.Coin.Decimals)} {rules.Coin.Symbol} with at most {rules.Coin.Decimals} decimals",
                text);
    }

    public static List<UtxoOutput> Outputs(this AnswerObject transaction, UtxoRules rules)
    {
        var outputs = new List<UtxoOutput>();
        foreach (var item in transaction.Objects("vout"))
        {
            if (item.Whole("n", 0, MaxOutputs) != outputs.Count)
            {
                throw item.Wrong("n", outputs.Count.ToString(CultureInfo.InvariantCulture), item.Whole("n", 0, MaxOutputs).ToString(CultureInfo.InvariantCulture));
            }

            outputs.Add(item.Output(rules));
        }

        return outputs;
    }

    /// <summary>A value and a script: an output, or what <c>prevout</c> tells of one.</summary>
    public static UtxoOutput Output(this AnswerObject item, UtxoRules rules)
    {
        long units = item.Units("value", rules);
        if (item.OptionalWhole("valueZat", long.MinValue, long.MaxValue) is { } stated && stated != units)
        {
            throw item.Wrong("valueZat", $"{units}, as value says", stated.ToString(CultureInfo.InvariantCulture));
        }

        return new(units, HolderOf(item.Object("scriptPubKey"), rules));
    }

    /// <summary>The id a transaction states, held to the bytes it states beside it.</summary>
    public static TxHash HeldId(this AnswerObject transaction, IReadOnlyList<Outpoint> inputs, IReadOnlyList<UtxoOutput> outputs, UtxoRules rules)
    {
        var id = transaction.Hash("txid");
        if (!rules.HasShieldedPools && transaction.OptionalHex("hex") is { } bytes)
        {
            TransactionSeal.Hold(transaction, id, bytes, inputs, outputs, rules);
        }

        return id;
    }

    private static Address? HolderOf(AnswerObject script, UtxoRules rules)
    {
        var holder = ScriptAddress.Of(script.Hex("hex"), rules.Addresses);
        var named = script.OptionalText("address") is { } one ? [one] : script.Texts("addresses");

        // Nodes before 22.0 name every key of a bare multisig, and some the parts of scripts without a known form.
        if (named.Count != 1 || script.OptionalText("type") is "multisig" or "nonstandard")
        {
            return holder;
        }

        return rules.Addresses.Read(named[0], out var stated) == AddressFault.None && stated == holder
            ? holder
            : throw script.Wrong("address", holder is { } real ? $"{rules.Addresses.Render(real)}, to which the script pays" : "no address for a script without one", named[0]);
    }
}
