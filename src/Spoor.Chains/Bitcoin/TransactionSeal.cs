using System.Globalization;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>Holds what a node states of a transaction to the transaction's bytes, whose hash is its id.</summary>
internal static class TransactionSeal
{
    /// <exception cref="Nodes.NodeAnswerException">The bytes are another transaction, or have other inputs or outputs than are stated.</exception>
    public static void Hold(
        AnswerObject transaction, TxHash id, byte[] bytes, IReadOnlyList<Outpoint> inputs, IReadOnlyList<UtxoOutput> outputs, UtxoRules rules)
    {
        // Litecoin's transactions of the extension block have a form of their own, which begins with another flag.
        if (bytes.Length > 5 && bytes[4] == 0 && bytes[5] > 1)
        {
            return;
        }

        var raw = RawTransaction.TryRead(bytes, out int length);
        if (raw is null || length != bytes.Length)
        {
            throw transaction.Wrong("hex", "one transaction and nothing after it", $"{bytes.Length} bytes");
        }

        if (raw.Id != id)
        {
            throw transaction.Wrong("txid", $"{raw.Id}, the hash of the bytes in hex", id.ToString());
        }

        Hold(transaction, raw, inputs);
        Hold(transaction, raw, outputs, rules);
    }

    private static void Hold(AnswerObject transaction, RawTransaction raw, IReadOnlyList<Outpoint> inputs)
    {
        bool isCoinbase = inputs.Count == 0 && raw.Inputs is [{ Index: -1 }];
        if (!isCoinbase && !raw.Inputs.SequenceEqual(inputs))
        {
            throw transaction.Wrong("vin", $"the {raw.Inputs.Count} inputs in hex", $"{inputs.Count}, or others");
        }
    }

    private static void Hold(AnswerObject transaction, RawTransaction raw, IReadOnlyList<UtxoOutput> outputs, UtxoRules rules)
    {
        if (raw.Outputs.Count != outputs.Count)
        {
            throw transaction.Wrong("vout", $"the {raw.Outputs.Count} outputs in hex", $"{outputs.Count}");
        }

        for (int i = 0; i < outputs.Count; i++)
        {
            if (raw.Outputs[i].Units != outputs[i].Units)
            {
                throw transaction.Wrong($"vout[{i}].value", $"{raw.Outputs[i].Units} units as in hex", outputs[i].Units.ToString(CultureInfo.InvariantCulture));
            }

            if (ScriptAddress.Of(raw.Outputs[i].Script, rules.Addresses) != outputs[i].Holder)
            {
                throw transaction.Wrong($"vout[{i}].scriptPubKey", "the script in hex", "another");
            }
        }
    }
}
